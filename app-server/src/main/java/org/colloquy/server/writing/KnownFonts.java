package org.colloquy.server.writing;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Fonts that computers have for characters of China, Japan and Korea, for pictures and for other
/// scripts, and whose outlines a PDF can hold: TrueType ones.
final class KnownFonts {
  /// The best first.
  private static final List<String> NAMES =
      List.of(
          "notosanssc-regular.ttf",
          "droidsansfallbackfull.ttf",
          "droidsansfallback.ttf",
          "wqy-microhei.ttc",
          "wqy-zenhei.ttc",
          "uming.ttc",
          "msyh.ttc",
          "simsun.ttc",
          "simhei.ttf",
          "msjh.ttc",
          "yugothm.ttc",
          "meiryo.ttc",
          "msgothic.ttc",
          "ipag.ttf",
          "ipaexg.ttf",
          "takaogothic.ttf",
          "malgun.ttf",
          "nanumgothic.ttf",
          "stheiti light.ttc",
          "arial unicode.ttf",
          "unifont.ttf",
          "notoemoji-regular.ttf",
          "seguiemj.ttf",
          "symbola.ttf",
          "seguisym.ttf",
          "tahoma.ttf",
          "leelawui.ttf",
          "loma.ttf",
          "nirmala.ttf",
          "nirmala.ttc",
          "arial.ttf");

  private KnownFonts() {}

  /// Those of these files that are known, the best first.
  static List<Path> among(List<Path> files) {
    return files.stream()
        .filter(file -> NAMES.contains(name(file)))
        .sorted(Comparator.comparingInt(file -> NAMES.indexOf(name(file))))
        .toList();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }
}
