"""The learner's side, in TypeScript, and how Python builds it."""

from counteroffer.web.bundle import BundleError, asset, bundle, run_script

__all__ = ["BundleError", "asset", "bundle", "run_script"]
