package org.colloquy.desktop.ui.chat;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Branch;
import org.colloquy.desktop.client.Question;
import org.colloquy.desktop.client.TurnStream;
import org.colloquy.desktop.ui.parts.FailureWords.Remedy;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.TurnId;
import org.jspecify.annotations.Nullable;

/// The open conversation: asks, shows the answer while it grows, stops it, tries again.
public final class ChatViewModel {
  private final ApiClient api;
  private final Background background;
  private final ObservableValue<ModelChoice> model;
  private final AnswererViewModel answerer;
  private final ComposerViewModel composer;
  private final MessageList messages = new MessageList();
  private final ReadOnlyObjectWrapper<ChatState> state =
      new ReadOnlyObjectWrapper<>(new ChatState.Quiet());
  private final ReadOnlyObjectWrapper<@Nullable ConversationId> conversation =
      new ReadOnlyObjectWrapper<>();
  private Consumer<ConversationId> touched = _ -> {};
  private Consumer<Remedy> help = _ -> {};
  private final RunningAnswer answer;
  private final Visit visit;
  private final Revisions revisions;
  private final PointedMessage pointed;
  private final Succession succession;
  private final Retries retries;
  private final EarlierMessages earlier;

  private record Opened(ConversationId conversation, TurnStream stream) {}

  public ChatViewModel(
      ApiClient api,
      Background background,
      ObservableValue<ModelChoice> model,
      AnswererViewModel answerer,
      ComposerViewModel composer) {
    this.api = api;
    this.background = background;
    this.model = model;
    this.answerer = answerer;
    this.composer = composer;
    this.visit = new Visit(background, why -> state.set(new ChatState.Missing(why)));
    this.earlier = new EarlierMessages(api, background, visit, messages, this::reload);
    this.answer = new RunningAnswer(api, background, messages, state);
    this.pointed = new PointedMessage(api, background);
    this.revisions = new Revisions(messages, composer, this::reload);
    this.retries = new Retries(messages, answerer, this::start, this::askUnsent, this::busy);
    composer.uploads().whenBegun(this::begun);
    this.succession = new Succession(composer.queue(), messages, state, this::ask, this::stop);
    succession.follow(background);
  }

  public ObservableList<MessageViewModel> messages() {
    return messages.observable();
  }

  public ReadOnlyObjectProperty<ChatState> state() {
    return state.getReadOnlyProperty();
  }

  /// Null while nothing was said in a new one.
  public ReadOnlyObjectProperty<@Nullable ConversationId> conversation() {
    return conversation.getReadOnlyProperty();
  }

  public ComposerViewModel composer() {
    return composer;
  }

  public AnswererViewModel answerer() {
    return answerer;
  }

  public ObservableValue<ModelChoice> model() {
    return model;
  }

  /// Tells also this one when something was said.
  public void whenTouched(Consumer<ConversationId> listener) {
    touched = touched.andThen(listener);
  }

  /// Tells when a person asks for what would help against a failure.
  public void whenHelpWanted(Consumer<Remedy> listener) {
    help = listener;
  }

  public void help(Remedy remedy) {
    help.accept(remedy);
  }

  public void startNew() {
    turnTo(null);
    state.set(new ChatState.Quiet());
  }

  public void open(ConversationId id) {
    if (!id.equals(conversation.get())) {
      turnTo(id);
      reload();
    }
  }

  /// Opens a conversation at one of its messages, on the branch on which it stands.
  public void openAt(ConversationId id, MessageId message) {
    close();
    if (!id.equals(conversation.get())) {
      turnTo(id);
    }
    state.set(new ChatState.Loading());
    visit.run(
        () -> pointed.branchWith(id, message),
        branch -> {
          show(id, branch);
          pointed.at(messages.named(message));
        });
  }

  /// The message to which a person was led, for a moment; null for none.
  public ReadOnlyObjectProperty<@Nullable MessageViewModel> pointed() {
    return pointed.message();
  }

  private void turnTo(@Nullable ConversationId id) {
    close();
    composer.turnTo(id);
    answerer.turnTo(id);
    conversation.set(id);
    messages.observable().clear();
    earlier.forget();
  }

  /// Stops reading; the turn goes on without us.
  public void close() {
    visit.end();
    answer.leave();
  }

  /// Fetches the messages of the open conversation anew.
  public void reload() {
    var id = conversation.get();
    if (id != null) {
      state.set(new ChatState.Loading());
      var opened = messages.last() == null;
      visit.run(() -> opened ? earlier.end(id) : api.messages(id), branch -> show(id, branch));
    }
  }

  /// What was said before the first message that is shown.
  EarlierMessages earlier() {
    return earlier;
  }

  private void show(ConversationId id, Branch branch) {
    messages.show(branch);
    earlier.shown(id, branch);
    state.set(new ChatState.Quiet());
    if (branch.runningTurn() != null) {
      follow(id, branch.runningTurn());
    }
  }

  private void follow(ConversationId id, TurnId turn) {
    state.set(new ChatState.Asking());
    var here = visit.number();
    background.run(
        () -> new Opened(id, api.follow(id, turn)),
        opened -> started(here, opened),
        // It ended a moment ago; its messages are in the store.
        _ -> visit.ifStill(here, this::reload));
  }

  /// Asks what was written, when the answer that is being given is whole.
  public void send() {
    if (busy()) {
      composer.queueUp();
      return;
    }
    var free = !composer.empty().get() && !answerer.asksForValues();
    if (!free || composer.uploads().hold(this::send)) {
      return;
    }
    var earlier = composer.instead().get();
    ask(composer.take(), earlier);
  }

  /// What becomes of questions that wait.
  public Succession succession() {
    return succession;
  }

  /// The way back from a question to the field where it is written.
  public Revisions revisions() {
    return revisions;
  }

  /// Asks one of the suggested questions.
  public void ask(String text) {
    if (!busy() && answerer.asksForValues()) {
      composer.putBack(text);
    } else if (!busy() && !composer.uploads().hold(() -> ask(text))) {
      ask(text, null);
    }
  }

  private void ask(String text, @Nullable MessageId instead) {
    if (instead != null) {
      messages.cutFrom(instead);
    }
    var unsaved = messages.addUnsaved(text, instead);
    unsaved.carryUploads(composer.uploads().take());
    start(unsaved.question(answerer.now()), unsaved);
  }

  /// The ways to more answers, or to the rest of one.
  public Retries retries() {
    return retries;
  }

  private void askUnsent(MessageViewModel unsent) {
    revisions.undo(unsent);
    ask(unsent.text(), unsent.instead());
  }

  private void start(Question question, MessageViewModel shown) {
    answer.asked();
    var here = visit.number();
    var known = conversation.get();
    background.run(
        () -> {
          var id = known == null ? api.startConversation().id() : known;
          return new Opened(id, api.ask(id, question));
        },
        opened -> started(here, opened),
        failure ->
            visit.ifStill(
                here,
                () -> {
                  shown.fail(failure);
                  state.set(new ChatState.Quiet());
                }));
  }

  private void started(int here, Opened opened) {
    begun(opened.conversation(), here == visit.number() && conversation.get() == null);
    if (here != visit.number()) {
      opened.stream().close();
      return;
    }
    answer.read(opened.stream(), () -> touched.accept(opened.conversation()), this::reload);
  }

  /// Something was asked in it. It is `open` if it is new, and the one that is shown.
  void begun(ConversationId id, boolean open) {
    if (open) {
      begin(id);
    }
    touched.accept(id);
  }

  /// The new conversation is on the server now.
  void begin(ConversationId id) {
    composer.moveTo(id);
    answerer.moveTo(id);
    conversation.set(id);
  }

  /// Stops the answer; what was said is kept.
  public void stop() {
    answer.stop();
  }

  /// Shows the branch so many places further at this message.
  public void showSibling(MessageViewModel message, int further) {
    var id = conversation.get();
    var sibling = message.sibling(further);
    if (id != null && sibling != null && !busy()) {
      visit.run(() -> api.showBranch(id, sibling), branch -> show(id, branch));
    }
  }

  private boolean busy() {
    return state.get().busy();
  }
}
