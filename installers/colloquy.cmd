@echo off
rem Starts the installed Colloquy on Windows; the same words as installers/colloquy elsewhere, see colloquy --help.
rem Where a folder "portable" lies beside the program's, everything is kept in it.
setlocal
for %%F in ("%~dp0..") do set "image=%%~fF"
if exist "%image%\..\portable\" (
  if not defined COLLOQUY_DATA set "COLLOQUY_DATA=%image%\..\portable\data"
  if not defined COLLOQUY_KEY_FILE set "COLLOQUY_KEY_FILE=%image%\..\portable\secrets.key"
)
rem A command is a word without a dash; a word with an ending is a file.
set "first=%~1"
if not defined first goto window
if not "%~x1"=="" if not "%first:~0,1%"=="-" goto window
if not "%first:~0,1%"=="-" goto server
for %%C in (--help -h --version) do if /i "%first%"=="%%C" goto server
:window
start "" "%image%\Colloquy.exe" %*
exit /b 0
:server
"%image%\ColloquyServer.exe" %*
exit /b %ERRORLEVEL%
