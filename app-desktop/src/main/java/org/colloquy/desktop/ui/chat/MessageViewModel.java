package org.colloquy.desktop.ui.chat;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.colloquy.desktop.client.AnswerSources;
import org.colloquy.desktop.client.Answerer;
import org.colloquy.desktop.client.BranchMessage;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.FileEntry;
import org.colloquy.desktop.client.Question;
import org.colloquy.desktop.ui.parts.markdown.Block;
import org.colloquy.desktop.ui.parts.markdown.Markdown;
import org.colloquy.desktop.ui.parts.markdown.Marks;
import org.colloquy.desktop.ui.parts.sources.SourceLines;
import org.colloquy.desktop.ui.parts.sources.SourceMarks;
import org.colloquy.model.Citation;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Role;
import org.colloquy.model.SourcePassage;
import org.colloquy.model.ToolCall;
import org.jspecify.annotations.Nullable;

/// One message on the screen. It may still be on its way to the server, or be growing; [#revision]
/// moves whenever something about it changed.
public final class MessageViewModel {
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final @Nullable MessageId instead;
  private @Nullable BranchMessage saved;
  private Markdown content;
  private final StringBuilder reasoning = new StringBuilder();
  private List<String> recalled = List.of();
  private List<SourcePassage> passages = List.of();
  private List<Citation> citations = List.of();
  private @Nullable SourceMarks marks;
  private List<FileEntry> files = List.of();
  private List<UploadViewModel> uploads = List.of();
  private String tool = "";
  private @Nullable ToolCall answered;
  private @Nullable WantedApproval approval;
  private @Nullable Failure failure;

  MessageViewModel(BranchMessage saved) {
    this.saved = saved;
    this.instead = null;
    this.content = new Markdown(saved.message().content());
    this.reasoning.append(saved.message().reasoning());
  }

  /// What a person just said, not saved yet.
  ///
  /// @param instead the question that it puts in other words; null for a new one
  MessageViewModel(String said, @Nullable MessageId instead) {
    this.content = new Markdown(said);
    this.instead = instead;
  }

  /// The question that it puts in other words; null for a new one.
  @Nullable MessageId instead() {
    return instead;
  }

  public ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /// Null while it is on its way to the server.
  public @Nullable BranchMessage saved() {
    return saved;
  }

  public @Nullable MessageId id() {
    return saved == null ? null : saved.message().id();
  }

  /// What it asks, while it is not saved.
  Question question(Answerer by) {
    return instead == null
        ? new Question.Say(text(), null, by)
        : new Question.Instead(instead, text(), by);
  }

  /// Of a message that is saved.
  MessageId savedId() {
    return Objects.requireNonNull(saved).message().id();
  }

  public @Nullable MessageId parent() {
    return saved == null ? null : saved.message().parent();
  }

  public Role role() {
    return saved == null ? Role.USER : saved.message().role();
  }

  public boolean growing() {
    return saved != null && saved.message().state() == MessageState.GROWING && failure == null;
  }

  /// Whether it ended before its end.
  public boolean cutOff() {
    return saved != null && saved.message().state() == MessageState.CUT_OFF;
  }

  public String text() {
    return content.text();
  }

  public List<Block> blocks() {
    var blocks = content.blocks();
    return citations.isEmpty() ? blocks : Marks.in(blocks, text(), marks().places());
  }

  /// The places that name its sources.
  SourceMarks marks() {
    var made = marks;
    if (made == null) {
      made = new SourceMarks(sources(), text());
      marks = made;
    }
    return made;
  }

  private AnswerSources sources() {
    return new AnswerSources(savedId(), passages, citations);
  }

  /// Whether it names sources that are there.
  boolean cites() {
    return citations.stream().anyMatch(one -> one.place() != null && one.place().file() != null);
  }

  /// Its sources as a list; null while nothing is known of any.
  @Nullable SourceLines sourceLines() {
    return passages.isEmpty() && citations.isEmpty() ? null : SourceLines.of(sources());
  }

  /// What is taken along when it is copied.
  String copied() {
    return citations.isEmpty() ? text() : marks().copied(text());
  }

  /// It is given with these passages.
  void give(List<SourcePassage> with) {
    passages = List.copyOf(with);
    marks = null;
    changed();
  }

  /// What it cites was looked up.
  void cite(List<Citation> cited) {
    citations = List.copyOf(cited);
    marks = null;
    changed();
  }

  public String reasoning() {
    return reasoning.toString();
  }

  /// The memories that it was given with.
  public List<String> recalled() {
    return recalled;
  }

  void recall(List<String> memories) {
    recalled = List.copyOf(memories);
    changed();
  }

  /// The files that went with it.
  public List<FileEntry> files() {
    return files;
  }

  /// It is asked with these; they are given back when it cannot be asked.
  void carryUploads(List<UploadViewModel> taken) {
    uploads = List.copyOf(taken);
    carry(taken.stream().map(UploadViewModel::kept).filter(Objects::nonNull).toList());
  }

  List<UploadViewModel> uploads() {
    return uploads;
  }

  void carry(List<FileEntry> sent) {
    files = List.copyOf(sent);
    changed();
  }

  /// The tool that is at work right now; empty when none is.
  public String tool() {
    return tool;
  }

  /// What waits for the person's word; null when nothing does.
  @Nullable WantedApproval approval() {
    return approval;
  }

  /// The call that this is a tool's answer to; null when it is none, or not known.
  @Nullable ToolCall answered() {
    return answered;
  }

  void answers(@Nullable ToolCall call) {
    answered = call;
  }

  /// What it wanted called, in order.
  List<ToolCall> wanted() {
    return saved == null ? List.of() : saved.message().toolCalls();
  }

  /// The tools that it had called, in order.
  public List<String> calls() {
    return wanted().stream().map(ToolCall::tool).toList();
  }

  /// Whether it says nothing itself, but only had tools called.
  public boolean onlyCalls() {
    return !calls().isEmpty() && content.text().isBlank();
  }

  /// Whether something is going on that its words do not show yet.
  public boolean working() {
    return growing() ? content.text().isEmpty() || !tool.isEmpty() : !tool.isEmpty();
  }

  /// Why it was not sent, or not finished; null when nothing is known to be wrong.
  public @Nullable Failure failure() {
    return failure;
  }

  /// The model that wrote it; empty for what people say.
  public String model() {
    var used = saved == null ? null : saved.message().usedModel();
    return used == null ? "" : used.model();
  }

  /// Which of its siblings it is, from 1.
  public int place() {
    return saved == null ? 1 : saved.siblings().indexOf(saved.message().id()) + 1;
  }

  public int places() {
    return saved == null ? 1 : saved.siblings().size();
  }

  /// The sibling so many places further; null when there is none.
  @Nullable MessageId sibling(int further) {
    var index = place() - 1 + further;
    return saved == null || index < 0 || index >= places() ? null : saved.siblings().get(index);
  }

  void say(String more) {
    content.append(more);
  }

  void think(String more) {
    reasoning.append(more);
  }

  void use(String name) {
    tool = name;
    changed();
  }

  void want(@Nullable WantedApproval wanted) {
    approval = wanted;
    changed();
  }

  void save(BranchMessage message) {
    saved = message;
    failure = null;
    if (!content.text().equals(message.message().content())) {
      content = new Markdown(message.message().content());
      citations = List.of();
      marks = null;
    }
    reasoning.setLength(0);
    reasoning.append(message.message().reasoning());
    changed();
  }

  void fail(Failure why) {
    failure = why;
    changed();
  }

  void changed() {
    revision.set(revision.get() + 1);
  }
}
