import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/// What libraries have in their jars and nobody here asks for.
final class LeftOut {
  private static final Pattern UNUSED =
      Pattern.compile(
          String.join(
              "|",
              // What ICU knows of currencies, names, units, time zones, spelt numbers,
              // transliteration and sorting; it is only asked how text runs from right to left, and
              // where lines may break.
              "com/ibm/icu/impl/data/icudata/(curr|lang|region|unit|zone|rbnf|translit|coll)/.*",
              // Fonts that no PDF is set in.
              "net/sf/jasperreports/fonts/dejavu/DejaVu(Serif|SansCondensed).*",
              "net/sf/jasperreports/fonts/dejavu/DejaVuSansMono(-Bold)?-?Oblique\\.ttf",
              // What pages load is there once: as a module, with fonts as browsers of today like
              // them.
              "META-INF/resources/webjars/.*\\.(map|ttf|woff|cjs\\.js|umd\\.js|ts|mts)",
              "META-INF/resources/webjars/katex/[^/]+/(src|contrib|dist/contrib)/.*",
              "META-INF/resources/webjars/katex/[^/]+/dist/katex(\\.min)?\\.js",
              "META-INF/resources/webjars/swagger-ui/[^/]+/swagger-ui(-es.*|-standalone.*)?\\.js",
              // Looks that the window does not have.
              "atlantafx/base/theme/(cupertino|dracula|nord)[^/]*\\.(css|bss)",
              // Java looks at the signature of each class of such a jar when it loads it, and takes
              // none of them from its cache. Whoever builds has got the jars by their checksums.
              "META-INF/[^/]*\\.(SF|RSA|DSA|EC)"));

  private LeftOut() {}

  /// Whether a file of a jar does not ship.
  static boolean has(String entry) {
    return UNUSED.matcher(entry).matches();
  }

  /// Copies a manifest, without what it says of single files: their checksums.
  static void copyManifest(InputStream from, OutputStream to) throws IOException {
    var manifest = new Manifest(from);
    manifest.getEntries().values().removeIf(LeftOut::isChecksum);
    manifest.write(to);
  }

  private static boolean isChecksum(Attributes attributes) {
    return attributes.keySet().stream().allMatch(name -> name.toString().endsWith("-Digest"));
  }
}
