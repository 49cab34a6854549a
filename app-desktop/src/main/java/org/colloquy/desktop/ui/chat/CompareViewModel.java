package org.colloquy.desktop.ui.chat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.Question;
import org.colloquy.desktop.client.TurnStream;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// One question to several models at once, in the open conversation. Their answers are branches of
/// it from the beginning; a person may choose the one to go on with.
public final class CompareViewModel {
  static final int FEWEST = 2;
  static final int MOST = 4;

  private final ApiClient api;
  private final Background background;
  private final ChatViewModel chat;
  private final Supplier<List<ModelChoice>> models;
  private final StringProperty question = new SimpleStringProperty("");
  private final ObservableList<ModelChoice> chosen = FXCollections.observableArrayList();
  private final ObservableList<ComparedAnswer> answers = FXCollections.observableArrayList();
  private final Visit visit;
  private final BooleanBinding ready;
  private @Nullable ConversationId conversation;
  private int waiting;

  /// @param models tells all that can be asked
  public CompareViewModel(
      ApiClient api,
      Background background,
      ChatViewModel chat,
      Supplier<List<ModelChoice>> models) {
    this.api = api;
    this.background = background;
    this.chat = chat;
    this.models = models;
    this.visit = new Visit(background, _ -> {});
    this.ready =
        Bindings.createBooleanBinding(
            () ->
                !question.get().isBlank()
                    && chosen.size() >= FEWEST
                    && answers.isEmpty()
                    && !chat.state().get().busy(),
            question,
            chosen,
            answers,
            chat.state());
  }

  public StringProperty question() {
    return question;
  }

  /// The models that will be asked.
  public ObservableList<ModelChoice> chosen() {
    return chosen;
  }

  /// The models that could be asked besides.
  public List<ModelChoice> others() {
    return models.get().stream().filter(model -> !chosen.contains(model)).toList();
  }

  /// What they answer, in the order of the models; empty before they are asked.
  public ObservableList<ComparedAnswer> answers() {
    return answers;
  }

  /// The conversation that is asked in, with the files that go with the question.
  ChatViewModel chat() {
    return chat;
  }

  /// Whether the question can be asked.
  public BooleanBinding ready() {
    return ready;
  }

  /// Begins with what is being written, and the model that answers now. A comparison that is going
  /// on stays.
  public void open() {
    if (!answers.isEmpty()) {
      return;
    }
    question.set(chat.composer().draft().get());
    chosen.retainAll(models.get());
    var usual = chat.model().getValue();
    if (usual != null && chosen.isEmpty()) {
      chosen.add(usual);
    }
  }

  public void add(ModelChoice model) {
    if (chosen.size() < MOST && !chosen.contains(model)) {
      chosen.add(model);
    }
  }

  public void remove(ModelChoice model) {
    chosen.remove(model);
  }

  /// Puts the question to all of them, with the files that were chosen for it as soon as they are
  /// there and read.
  public void ask() {
    var free = ready.get() && !chat.answerer().asksForValues();
    if (!free || chat.composer().uploads().hold(this::ask)) {
      return;
    }
    var text = question.get().strip();
    if (chat.composer().draft().get().strip().equals(text)) {
      chat.composer().draft().set("");
    }
    visit.end();
    answers.setAll(
        chosen.stream().map(model -> new ComparedAnswer(model, api, background)).toList());
    waiting = answers.size();
    begin(text, chat.composer().uploads().take());
  }

  private void begin(String text, List<UploadViewModel> files) {
    var known = chat.conversation().get();
    visit.run(
        () -> known == null ? api.startConversation().id() : known,
        id -> {
          conversation = id;
          askFirst(id, 0, text, files);
        },
        failure -> {
          answers.forEach(answer -> answer.fail(failure));
          chat.composer().uploads().putBack(files);
        });
  }

  /// The first one that can be asked brings the question into the store.
  private void askFirst(ConversationId id, int place, String text, List<UploadViewModel> files) {
    var answer = answers.get(place);
    var asked = new Question.Say(text, null, chat.answerer().by(answer.model()));
    run(
        () -> api.ask(id, asked),
        stream -> {
          chat.begun(id, chat.conversation().get() == null);
          whenSaved(answer, () -> askOthers(id, answer, place + 1));
          begun(answer, stream);
        },
        failure -> {
          answer.fail(failure);
          waiting--;
          if (place + 1 < answers.size()) {
            askFirst(id, place + 1, text, files);
          } else {
            chat.composer().uploads().putBack(files);
          }
        });
  }

  /// What was asked for by then is not read when a person has gone on meanwhile.
  private void run(Supplier<TurnStream> work, Consumer<TurnStream> done, Consumer<Failure> failed) {
    var here = visit.number();
    background.run(
        work,
        stream -> {
          if (here == visit.number()) {
            done.accept(stream);
          } else {
            stream.close();
          }
        },
        failure -> visit.ifStill(here, () -> failed.accept(failure)));
  }

  private static void whenSaved(ComparedAnswer answer, Runnable action) {
    answer
        .messages()
        .addListener(
            new ListChangeListener<>() {
              @Override
              public void onChanged(Change<? extends MessageViewModel> change) {
                if (answer.question() != null) {
                  answer.messages().removeListener(this);
                  action.run();
                }
              }
            });
  }

  private void askOthers(ConversationId place, ComparedAnswer first, int from) {
    var asked = first.question();
    if (asked != null) {
      answers.subList(from, answers.size()).forEach(answer -> askBeside(place, asked, answer));
    }
  }

  private void askBeside(ConversationId place, MessageId asked, ComparedAnswer answer) {
    var beside = new Question.Beside(asked, chat.answerer().by(answer.model()));
    run(
        () -> api.ask(place, beside),
        stream -> begun(answer, stream),
        failure -> {
          answer.fail(failure);
          settled();
        });
  }

  private void begun(ComparedAnswer answer, TurnStream stream) {
    answer.read(stream);
    settled();
  }

  /// When all have begun, the conversation below shows one of them, whatever becomes of this view.
  private void settled() {
    waiting--;
    var id = conversation;
    if (waiting == 0 && id != null && id.equals(chat.conversation().get())) {
      chat.reload();
    }
  }

  public void stopAll() {
    answers.forEach(ComparedAnswer::stop);
  }

  /// Goes on with this answer. The others stay as branches; those that still grow are stopped.
  public void keep(ComparedAnswer answer) {
    var id = conversation;
    var kept = answer.kept();
    if (id != null && kept != null) {
      stopAll();
      forget();
      chat.openAt(id, kept);
    }
  }

  /// Goes back to the conversation. All answers are branches of it, and go on if they still grow.
  public void keepAll() {
    var id = conversation;
    forget();
    if (id != null && !id.equals(chat.conversation().get())) {
      chat.open(id);
    } else {
      chat.reload();
    }
  }

  private void forget() {
    visit.end();
    answers.forEach(ComparedAnswer::leave);
    answers.clear();
    question.set("");
  }
}
