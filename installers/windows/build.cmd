@rem Makes Colloquy's packages for Windows, see build.ps1.
@powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0build.ps1" %*
@exit /b %ERRORLEVEL%
