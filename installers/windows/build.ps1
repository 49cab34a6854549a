# Makes Colloquy's .msi and .zip for this Windows in target\package, with their sums; build.cmd calls it.
# Wants a JDK 25 (COLLOQUY_JAVA_HOME or JAVA_HOME names it), Maven or its wrapper, WiX 3 or newer on the PATH.

$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
$package = Join-Path (Get-Location) 'target\package'
$version = ([xml] (Get-Content pom.xml)).project.version

function Invoke-Checked([string] $program) {
  & $program @args
  if ($LASTEXITCODE -ne 0) { throw "This ended with ${LASTEXITCODE}: $program $args" }
}

$jdk = @($env:COLLOQUY_JAVA_HOME, $env:JAVA_HOME) | Where-Object { $_ -and (Test-Path "$_\bin\jpackage.exe") } |
  Select-Object -First 1
if (-not $jdk) { throw 'No JDK 25 with jpackage found; COLLOQUY_JAVA_HOME says where there is one.' }
$env:JAVA_HOME = $jdk
$maven = if (Get-Command mvn -ErrorAction SilentlyContinue) { 'mvn' } else { '.\mvnw.cmd' }
Invoke-Checked $maven -B -q '-Dmaven.test.skip=true' '-Dexec.skip=true' '-Denforcer.skip=true' `
  '-DincludeLicenseText=true' -pl '.,shared-model,app-server,app-desktop' package
Invoke-Checked "$jdk\bin\java.exe" -cp 'target\tools\*' tools\image\Image.java --version $version

# The same code for all versions: it tells Windows that a newer package takes the place of an older one.
Invoke-Checked "$jdk\bin\jpackage.exe" --type msi --app-image "$package\image\Colloquy" --name Colloquy `
  --app-version $version --vendor Colloquy --license-file LICENSE --win-menu --win-shortcut-prompt --win-dir-chooser `
  --win-per-user-install --win-upgrade-uuid 6d0c8a34-7f9b-4a35-9a54-0f4c51a7d0e1 `
  --file-associations installers\windows\conversation.properties --dest $package
Move-Item "$package\Colloquy-$version.msi" "$package\colloquy-$version-windows-x64.msi"
Compress-Archive "$package\image\Colloquy" "$package\colloquy-$version-windows-x64.zip"
Copy-Item target\sbom.json "$package\colloquy-$version.sbom.json"
Get-ChildItem "$package\colloquy-$version*" -Exclude '*.sha256' | Get-FileHash -Algorithm SHA256 |
  ForEach-Object { '{0}  {1}' -f $_.Hash.ToLower(), (Split-Path -Leaf $_.Path) } |
  Set-Content "$package\colloquy-$version.sha256"
Get-ChildItem "$package\colloquy-$version*"
