import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The jars that ship.
///
/// @param kept where they were taken from
/// @param classPath their names, in the order in which they are looked through
/// @param javafx those that become part of the Java itself
record Jars(List<Path> kept, List<String> classPath, List<Path> javafx) {
  private static final Pattern NATIVE =
      Pattern.compile(".*\\.(so|dll|dylib|jnilib|a|pdb)|.*\\.dSYM/.*");
  private static final Pattern JAVAFX = Pattern.compile("javafx-.*\\.jar");

  /// Only macOS has code for this one, and only macOS asks for it.
  private static final String OF_MACOS = "jkeychain";

  /// Copies the desktop's jar and its libraries. Native code for this system goes into a folder
  /// `native` beside them, that for other systems nowhere.
  ///
  /// @param built the desktop's target folder
  static Jars copy(Path built, Path input, Target target) throws IOException {
    Files.createDirectories(input.resolve("native"));
    var kept = new ArrayList<Path>();
    var javafx = new ArrayList<Path>();
    kept.add(built.resolve("app-desktop.jar"));
    for (var entry :
        Files.readString(built.resolve("class-path.txt")).strip().split(File.pathSeparator)) {
      var jar = Path.of(entry);
      var name = jar.getFileName().toString();
      if (!JAVAFX.matcher(name).matches()) {
        kept.add(jar);
      } else if (Files.size(jar) > 1_000) {
        // The others have nothing in them but a name.
        javafx.add(jar);
      }
    }
    for (var jar : kept) {
      copyOne(jar, input, target);
    }
    var names = kept.stream().map(jar -> jar.getFileName().toString()).toList();
    var all = new ArrayList<>(kept);
    all.addAll(javafx);
    return new Jars(all, names, javafx);
  }

  private static void copyOne(Path jar, Path input, Target target) throws IOException {
    var copy = input.resolve(jar.getFileName().toString());
    try (var zip = new ZipFile(jar.toFile())) {
      var natives = zip.stream().filter(entry -> isNative(entry.getName())).toList();
      var ours = natives.stream().filter(entry -> isOurs(entry, target)).toList();
      boolean missing = ours.isEmpty() && !natives.isEmpty();
      if (missing && !copy.getFileName().toString().startsWith(OF_MACOS)) {
        throw new IOException(jar + " has native code, but none that is known to be for " + target);
      }
      for (var entry : ours) {
        var name = Path.of(entry.getName()).getFileName().toString();
        try (var content = zip.getInputStream(entry)) {
          Files.copy(content, input.resolve("native", name));
        }
      }
      copyRest(zip, copy);
    }
  }

  static boolean isNative(String entry) {
    return NATIVE.matcher(entry).matches();
  }

  private static boolean isOurs(ZipEntry entry, Target target) {
    var name = entry.getName();
    boolean forDebuggers = name.contains(".dSYM/") || name.endsWith(".pdb");
    return !entry.isDirectory() && !forDebuggers && target.runs(name);
  }

  /// Not compressed: the package is, which makes it a third smaller than compressing twice.
  private static void copyRest(ZipFile zip, Path copy) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(copy))) {
      out.setMethod(ZipOutputStream.STORED);
      for (var entry : zip.stream().filter(entry -> !isLeftOut(entry.getName())).toList()) {
        try (var content = zip.getInputStream(entry)) {
          put(entry, content, out);
        }
      }
    }
  }

  private static void put(ZipEntry entry, InputStream content, ZipOutputStream out)
      throws IOException {
    var same = new ZipEntry(entry.getName());
    same.setTime(entry.getTime());
    if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
      var manifest = new ByteArrayOutputStream();
      LeftOut.copyManifest(content, manifest);
      var checksum = new CRC32();
      checksum.update(manifest.toByteArray());
      same.setSize(manifest.size());
      same.setCrc(checksum.getValue());
      out.putNextEntry(same);
      manifest.writeTo(out);
    } else {
      same.setSize(entry.getSize());
      same.setCrc(entry.getCrc());
      out.putNextEntry(same);
      content.transferTo(out);
    }
    out.closeEntry();
  }

  private static boolean isLeftOut(String entry) {
    return isNative(entry) || LeftOut.has(entry);
  }
}
