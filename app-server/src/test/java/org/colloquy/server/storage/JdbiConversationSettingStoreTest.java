package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.colloquy.server.core.conversation.ConversationSetting;
import org.junit.jupiter.api.Test;

class JdbiConversationSettingStoreTest extends StoreTest {
  private final JdbiConversationSettingStore settings = new JdbiConversationSettingStore(database);
  private final AccountId ada = account("ada").id();
  private final ConversationId conversation = conversation(ada, "talk").id();

  JdbiConversationSettingStoreTest(Kind kind) {
    super(kind);
  }

  private static ConversationSetting formatted(ResponseFormat format) {
    return new ConversationSetting(
        "Be brief. 🙂",
        new ModelParameters(0.25, 0.9, -7L, 100, List.of("\n\n", "END, please"), format),
        false);
  }

  @Test
  void keepsWhatWasSetLast() {
    assertThat(settings.of(conversation)).isEqualTo(ConversationSetting.NONE);
    for (var format :
        List.of(
            new ResponseFormat.Text(),
            new ResponseFormat.Json(),
            new ResponseFormat.JsonSchema("answer", "{\"type\":\"object\"}"))) {
      settings.put(conversation, formatted(format));
      assertThat(settings.of(conversation)).isEqualTo(formatted(format));
    }
    var only = new ConversationSetting("Be kind.", ModelParameters.NONE, true);
    settings.put(conversation, only);
    assertThat(settings.of(conversation)).isEqualTo(only);
    settings.put(conversation, ConversationSetting.NONE);
    assertThat(settings.of(conversation)).isEqualTo(ConversationSetting.NONE);
  }

  @Test
  void belongsToItsConversation() {
    var other = conversation(ada, "other").id();
    settings.put(conversation, formatted(new ResponseFormat.Json()));

    assertThat(settings.of(other)).isEqualTo(ConversationSetting.NONE);
    new JdbiErasureStore(database).remove(ada);
    assertThat(settings.of(conversation)).isEqualTo(ConversationSetting.NONE);
  }
}
