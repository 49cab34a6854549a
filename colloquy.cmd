@rem Starts Colloquy on Windows: the same options as ./colloquy elsewhere, see colloquy --help.
@powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0tools\colloquy.ps1" %*
@exit /b %ERRORLEVEL%
