@echo off
cd /d "%~dp0"
where py >nul 2>nul && (py -3 room.py %*) || (python room.py %*)
if errorlevel 1 pause
