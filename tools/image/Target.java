import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A system and a processor that an image is made for: how libraries call it, and where its images
/// have what.
///
/// @param nativeFolders how folders of native code for it are called in the jars of libraries
enum Target {
  LINUX_X64(List.of("/native/linux-x64/", "/Linux/x86_64/", "/linux-x86-64/")),
  LINUX_AARCH64(List.of("/native/linux-aarch64/", "/Linux/aarch64/", "/linux-aarch64/")),
  MACOS_X64(List.of("/native/osx-x64/", "/Mac/x86_64/", "/darwin-x86-64/", "/osxkeychain.so")),
  MACOS_AARCH64(
      List.of("/native/osx-aarch64/", "/Mac/aarch64/", "/darwin-aarch64/", "/osxkeychain.so")),
  WINDOWS_X64(List.of("/native/win-x64/", "/Windows/x86_64/", "/win32-x86-64/"));

  private static final Path SOURCES = Path.of("installers");

  private final List<String> nativeFolders;

  Target(List<String> nativeFolders) {
    this.nativeFolders = nativeFolders;
  }

  static Target ofThisComputer() {
    var system = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    if (system.startsWith("mac")) {
      return arm ? MACOS_AARCH64 : MACOS_X64;
    }
    if (system.startsWith("win")) {
      return WINDOWS_X64;
    }
    return arm ? LINUX_AARCH64 : LINUX_X64;
  }

  /// Whether native code in a jar is for this system.
  ///
  /// @param entry its path in the jar
  boolean runs(String entry) {
    return nativeFolders.stream().anyMatch(("/" + entry)::contains);
  }

  /// Whether a program can be told to end: on Windows it can only be ended, and writes no cache
  /// then.
  boolean endsInOrder() {
    return this != WINDOWS_X64;
  }

  /// macOS takes no version that begins with zero.
  String versionOfPackage(String version) {
    return isMac() && version.startsWith("0.") ? version.replaceFirst("^0", "1") : version;
  }

  Path icon() {
    var ending = isMac() ? "icns" : this == WINDOWS_X64 ? "ico" : "png";
    return SOURCES.resolve("icons", "colloquy." + ending);
  }

  String imageName(String name) {
    return isMac() ? name + ".app" : name;
  }

  /// Where the jars and the launchers' configuration are.
  Path app(Path image) {
    return isMac()
        ? image.resolve("Contents", "app")
        : isLinux() ? image.resolve("lib", "app") : image.resolve("app");
  }

  /// The image's own Java.
  Path runtime(Path image) {
    return isMac()
        ? image.resolve("Contents", "runtime", "Contents", "Home")
        : isLinux() ? image.resolve("lib", "runtime") : image.resolve("runtime");
  }

  /// Adds what jpackage does not know of: the command, and whose work all this is.
  void layOut(Path image, Path licences) throws IOException {
    var more =
        isMac() ? image.resolve("Contents", "Resources") : isLinux() ? image.resolve("lib") : image;
    Folders.copy(licences, more.resolve("licences"));
    Files.copy(Path.of("target", "sbom.json"), more.resolve("sbom.json"));
    var command = this == WINDOWS_X64 ? "colloquy.cmd" : "colloquy";
    var bin = isLinux() ? image.resolve("bin") : more.resolve("bin");
    if (isLinux()) {
      // The command starts Java itself, which is faster.
      Folders.empty(bin);
      Files.delete(more.resolve("libapplauncher.so"));
    }
    Files.createDirectories(bin);
    Files.copy(SOURCES.resolve(command), bin.resolve(command), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private boolean isMac() {
    return this == MACOS_X64 || this == MACOS_AARCH64;
  }

  private boolean isLinux() {
    return this == LINUX_X64 || this == LINUX_AARCH64;
  }
}
