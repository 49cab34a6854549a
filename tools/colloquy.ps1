# Starts Colloquy on Windows; colloquy.cmd calls it. The same steps as in ./colloquy: find a JDK,
# build what is missing or older than the sources, run.

$neededJava = 25
$colloquy = Split-Path -Parent $PSScriptRoot
$stamp = Join-Path $colloquy 'target\built'

function Stop-With([string] $sentence) {
  [Console]::Error.WriteLine($sentence)
  exit 1
}

# Whether a folder is a JDK that is new enough; reads its "release" file, which is faster than asking it.
function Test-Jdk([string] $folder) {
  if (-not $folder -or -not (Test-Path "$folder\bin\javac.exe") -or -not (Test-Path "$folder\release")) {
    return $false
  }
  $version = Select-String -Path "$folder\release" -Pattern '^JAVA_VERSION="?(\d+)' | Select-Object -First 1
  return $version -and [int] $version.Matches[0].Groups[1].Value -ge $neededJava
}

function Find-Jdk {
  if ($env:COLLOQUY_JAVA_HOME) {
    if (Test-Jdk $env:COLLOQUY_JAVA_HOME) { return $env:COLLOQUY_JAVA_HOME }
    Stop-With "COLLOQUY_JAVA_HOME is $env:COLLOQUY_JAVA_HOME, which is not a JDK $neededJava or newer."
  }
  $candidates = @($env:JAVA_HOME)
  $onPath = Get-Command java.exe -ErrorAction SilentlyContinue | Select-Object -First 1
  if ($onPath) { $candidates += Split-Path -Parent (Split-Path -Parent $onPath.Source) }
  $usual = @(
    "$env:ProgramFiles\Eclipse Adoptium\*", "$env:ProgramFiles\Java\*", "$env:ProgramFiles\Microsoft\jdk*",
    "$env:ProgramFiles\Zulu\*", "$env:ProgramFiles\Amazon Corretto\*", "$env:ProgramFiles\BellSoft\*",
    "$env:LOCALAPPDATA\Programs\Eclipse Adoptium\*", "$env:USERPROFILE\.jdks\*",
    "$env:USERPROFILE\.gradle\jdks\*", "$env:USERPROFILE\scoop\apps\*jdk*\current")
  $candidates += Get-Item $usual -ErrorAction SilentlyContinue | ForEach-Object { $_.FullName }
  foreach ($candidate in $candidates) {
    if (Test-Jdk $candidate) { return $candidate }
  }
  Stop-With ("Colloquy needs a JDK $neededJava or newer and found none: install one, for example from " +
    "https://adoptium.net/temurin/releases/?version=$neededJava , and run this again " +
    "(COLLOQUY_JAVA_HOME names one in an unusual place).")
}

# Whether the last build is complete and newer than everything it was made of.
function Test-Built {
  if (-not (Test-Path $stamp)) { return $false }
  $built = (Get-Item $stamp).LastWriteTimeUtc
  foreach ($module in 'shared-model', 'app-server', 'app-desktop') {
    if (-not (Test-Path "$colloquy\$module\target\$module.jar")) { return $false }
    $sources = @(Get-Item "$colloquy\pom.xml", "$colloquy\$module\pom.xml") +
      @(Get-ChildItem "$colloquy\$module\src\main" -Recurse)
    if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { return $false }
    foreach ($library in Read-Libraries $module) {
      if (-not (Test-Path $library)) { return $false }
    }
  }
  return $true
}

function Read-Libraries([string] $module) {
  return @((Get-Content "$colloquy\$module\target\class-path.txt") -split ';' | Where-Object { $_ })
}

function Invoke-Build([string] $jdk) {
  $log = Join-Path $colloquy 'target\build.log'
  New-Item -ItemType Directory -Force (Split-Path -Parent $log) | Out-Null
  if (Test-Path $stamp) {
    [Console]::Error.WriteLine('Building Colloquy, something has changed ...')
  } else {
    [Console]::Error.WriteLine('Building Colloquy (the first time: a few minutes) ...')
  }
  $maven = if (Get-Command mvn -ErrorAction SilentlyContinue) { 'mvn' } else { "$colloquy\mvnw.cmd" }
  New-Item -ItemType File -Force "$stamp.new" | Out-Null
  $env:JAVA_HOME = $jdk
  # Whether sources are formatted and versions pinned is the business of "mvn verify", not of somebody who wants to chat.
  & $maven -B -f "$colloquy\pom.xml" -pl app-desktop -am package '-Dmaven.test.skip=true' '-Dexec.skip=true' `
    '-Denforcer.skip=true' '-Dcyclonedx.skip=true' > $log
  if ($LASTEXITCODE -ne 0) {
    Select-String -Path $log -Pattern '^\[ERROR\]' | Select-Object -First 20 |
      ForEach-Object { [Console]::Error.WriteLine($_.Line) }
    Stop-With "The build failed; all it said is in $log"
  }
  # What Java remembers of the classes of the last build is of no use to this one.
  Remove-Item "$colloquy\target\*.jsa" -ErrorAction SilentlyContinue
  Move-Item -Force "$stamp.new" $stamp
}

$jdk = Find-Jdk
if (-not (Test-Built)) { Invoke-Build $jdk }

# Every word without a dash but one is a command; one with a dot or a backslash is a file.
$brief = $args.Count -gt 0 -and ($args[0] -in ('--help', '-h', '--version') -or ($args[0] -notmatch '^-|[./\\]' -and $args[0] -ne 'serve'))
$serving = $brief -or ($args.Count -gt 0 -and $args[0] -eq 'serve')
$module = if ($serving) { 'app-server' } else { 'app-desktop' }
$libraries = Read-Libraries $module
$javafx = @($libraries | Where-Object { $_ -match '\\javafx-[^\\]*-win[^\\]*\.jar$' })
$others = @("$colloquy\$module\target\$module.jar") +
  @($libraries | Where-Object { $_ -notmatch '\\javafx-[^\\]*\.jar$' })

# The class path is longer than a command line may be here, so Java reads it from a file.
$file = Join-Path $colloquy "target\$module.arguments"
$lines = @("-cp", ('"' + ($others -join ';').Replace('\', '\\') + '"'))
if (-not $serving) {
  $lines += @("--module-path", ('"' + ($javafx -join ';').Replace('\', '\\') + '"'))
  $lines += @("--add-modules", "javafx.controls,javafx.fxml")
}
[IO.File]::WriteAllLines($file, $lines)

# Keys and people's words are in its memory: no other program may attach to it, and no crash writes it to a file.
$options = @('-XX:+UseSerialGC', '-Xms40m', '-XX:+DisableAttachMechanism', '-XX:-CreateCoredumpOnCrash')
# SLF4J would open all jars to look for what writes the log, and say so.
$options += @('-Dslf4j.provider=org.slf4j.jul.JULServiceProvider', '-Dslf4j.internal.verbosity=WARN')
if (-not $brief) {
  # At the end of the first run Java keeps the classes as it has them in memory, and starts from there the next time.
  $options += @("-XX:SharedArchiveFile=$colloquy\target\$module.jsa", '-XX:+AutoCreateSharedArchive')
  $options += '-Xlog:cds*=off,aot*=off'
}
if ($serving) {
  $options += @('-Xmx256m', '-Xmn32m', '--enable-native-access=ALL-UNNAMED', "@$file", 'org.colloquy.server.ServerMain')
} else {
  $options += @('-Xmx768m', '--enable-native-access=ALL-UNNAMED,javafx.graphics', "@$file")
  $options += 'org.colloquy.desktop.DesktopMain'
}
& "$jdk\bin\java.exe" @options @args
exit $LASTEXITCODE
