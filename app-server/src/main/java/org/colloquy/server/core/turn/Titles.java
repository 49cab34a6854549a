package org.colloquy.server.core.turn;

import org.colloquy.model.AccountId;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.conversation.ConversationStore;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.RunningWork;
import org.colloquy.server.core.setting.SettingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks models for titles: after the first answer in a conversation, the model that gave it, once
/// and in the background. Whatever goes wrong, the first words stay the title; so they do when the
/// person chose another one meanwhile, or does not want to have models asked.
public final class Titles implements RunningWork, AutoCloseable {
  /// The setting of an account that is `false` when models are not to be asked.
  public static final String SETTING = "titles.by-model";

  private static final Logger LOG = LoggerFactory.getLogger(Titles.class);

  private final Models models;
  private final ConversationStore conversations;
  private final SettingStore settings;
  private final RunningCalls running = new RunningCalls();

  public Titles(Models models, ConversationStore conversations, SettingStore settings) {
    this.models = models;
    this.conversations = conversations;
    this.settings = settings;
  }

  /// Lets the model that just answered find a title, if the conversation had none before. Returns
  /// at once.
  void improve(Caller caller, Asked asked, String answer) {
    boolean first = asked.conversation().title().isEmpty() && asked.resumed() == null;
    if (first && !answer.isBlank() && asked.chosen().provider().kind() != ProviderKind.LOCAL) {
      var cancellation = running.begin(caller.account());
      Thread.ofVirtual().name("title").start(() -> run(caller, asked, answer, cancellation));
    }
  }

  /// Whether no model is being asked.
  boolean idle() {
    return running.idle();
  }

  @Override
  public void close() {
    running.close();
  }

  @Override
  public void stop(AccountId account) {
    running.stop(account);
  }

  private void run(Caller caller, Asked asked, String answer, Cancellation cancellation) {
    try {
      if (!running.closed() && !"false".equals(settings.all(caller.account()).get(SETTING))) {
        find(caller, asked, answer, cancellation);
      }
    } catch (RuntimeException e) {
      LOG.debug("no title by a model: {}", e.getClass().getSimpleName());
    } finally {
      running.end(cancellation);
    }
  }

  private void find(Caller caller, Asked asked, String answer, Cancellation cancellation) {
    var id = asked.conversation().id();
    var question = asked.prompt().question();
    var said = new StringBuilder();
    models.open(caller, asked.chosen(), id).stream(
        TitleText.prompt(asked.chosen().model(), question, answer),
        new ReplyListener() {
          @Override
          public void text(String text) {
            said.append(text);
          }

          @Override
          public void reasoning(String text) {
            // It is not part of the title.
          }
        },
        cancellation);
    var title = TitleText.cleaned(said.toString());
    if (!title.isEmpty() && !running.closed()) {
      var given = TitleText.firstWords(question.strip());
      conversations.renameFrom(caller.account(), id, given, title);
    }
  }
}
