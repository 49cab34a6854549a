package org.colloquy.desktop.ui;

import org.junit.jupiter.api.Test;

class ContextWindowTest extends WindowTest {
  @Test
  void tellsHowFullTheModelsWindowIs() {
    server
        .drafts()
        .take(
            "{\"room\":12000,\"instructions\":200,\"tools\":800,\"earlier\":5000,\"question\":12,"
                + "\"leftOut\":0,\"cost\":15555}");
    ask("Why?");
    untilSays("50%");
    interact(() -> Pictures.save(scene(), "context-gauge"));
    server
        .drafts()
        .take(
            "{\"room\":12000,\"instructions\":200,\"tools\":800,\"earlier\":10800,\"question\":12,"
                + "\"leftOut\":3,\"cost\":15555}");
    clickOn(".composer-area").write("more");
    untilSays("3 left out");
    interact(() -> Pictures.save(scene(), "context-gauge-full"));
  }
}
