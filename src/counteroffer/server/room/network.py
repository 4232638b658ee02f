"""By which addresses phones can reach this machine."""

from __future__ import annotations

import ipaddress
import socket

import psutil

# Names of interfaces that lead into this machine itself.
_INNER = ("lo", "docker", "br-", "veth", "virbr", "vmnet", "utun", "tailscale", "zt")


def addresses() -> list[str]:
    """The IPv4 addresses of this machine in private networks, those of its Wi-Fi first."""
    up = {name for name, stats in psutil.net_if_stats().items() if stats.isup}
    found = []
    for name, ones in psutil.net_if_addrs().items():
        if name in up and not name.lower().startswith(_INNER):
            found += [(not name.lower().startswith(("wl", "wi", "ap")), one.address) for one in ones if one.family == socket.AF_INET]
    return [address for _, address in sorted(found) if reachable(address)]


def reachable(address: str) -> bool:
    """Whether phones of the same network could ask for it: a private address, no loopback, none that a machine gave itself for want of one."""
    one = ipaddress.ip_address(address)
    return one.is_private and not one.is_loopback and not one.is_link_local


def own(address: str) -> bool:
    """Whether a request from this address came from this machine itself."""
    return ipaddress.ip_address(address).is_loopback or address in addresses()
