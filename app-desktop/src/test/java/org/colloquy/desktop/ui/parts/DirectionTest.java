package org.colloquy.desktop.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import org.junit.jupiter.api.Test;

class DirectionTest {
  @Test
  void isThatOfTheFirstLetter() {
    assertThat(Direction.of("שלום world")).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    assertThat(Direction.of("مرحبا")).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    assertThat(Direction.of("world שלום")).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
  }

  @Test
  void isNotToldByNumbersAndSigns() {
    assertThat(Direction.of("12. (שלום)")).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    assertThat(Direction.of("12 + 3")).isEqualTo(NodeOrientation.INHERIT);
    assertThat(Direction.of("")).isEqualTo(NodeOrientation.INHERIT);
  }
}
