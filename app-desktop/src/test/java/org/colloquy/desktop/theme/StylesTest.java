package org.colloquy.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StylesTest {
  private static final Pattern FONT_SIZE = Pattern.compile("-fx-font-size: ([^;]+);");

  @Test
  void everyTextGrowsWithTheRoots() throws IOException {
    var sizes = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      for (var file : files.filter(each -> each.toString().endsWith(".css")).toList()) {
        FONT_SIZE.matcher(Files.readString(file)).results().forEach(hit -> sizes.add(hit.group(1)));
      }
    }
    assertThat(sizes).hasSizeGreaterThan(20);
    assertThat(sizes.stream().filter(size -> !size.endsWith("em"))).containsExactly("14px");
  }
}
