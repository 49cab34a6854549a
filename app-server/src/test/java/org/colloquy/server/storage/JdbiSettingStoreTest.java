package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JdbiSettingStoreTest extends StoreTest {
  private final JdbiSettingStore settings = new JdbiSettingStore(database);

  JdbiSettingStoreTest(Kind kind) {
    super(kind);
  }

  @Test
  void setsSomeAndKeepsTheOthers() {
    var ada = account("ada").id();
    var eve = account("eve").id();
    settings.put(ada, Map.of("theme", "\"dark\"", "zoom", "1"));
    settings.put(eve, Map.of("theme", "\"light\""));
    settings.put(ada, Map.of("zoom", "2", "tone", "true"));
    assertThat(settings.all(ada))
        .isEqualTo(Map.of("theme", "\"dark\"", "zoom", "2", "tone", "true"));
    assertThat(settings.all(eve)).isEqualTo(Map.of("theme", "\"light\""));
  }
}
