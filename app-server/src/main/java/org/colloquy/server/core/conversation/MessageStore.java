package org.colloquy.server.core.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// Keeps messages. What a method stored is on the disk when it returns.
public interface MessageStore {
  /// Adds messages of one conversation together or not at all. The last one becomes the
  /// conversation's active leaf, its count grows and its `updatedAt` becomes the last one's time.
  ///
  /// @return as stored, in the same order
  /// @throws org.colloquy.model.ProblemException NotFound when the conversation is gone
  List<Message> append(List<NewMessage> messages);

  /// Adds one message to the end of the active branch, whatever its `parent` says.
  ///
  /// @throws org.colloquy.model.ProblemException NotFound when the conversation is gone
  Message appendToEnd(NewMessage message);

  /// As [#append], and in the same breath gives the conversation this title, unless it has one.
  ///
  /// @param title empty for none
  List<Message> appendTitled(List<NewMessage> messages, String title);

  /// Writes down growing answers as far as they are. Answers that have ended meanwhile stay as they
  /// are.
  void writeDown(Map<MessageId, Words> growing);

  /// Lets an answer that was cut off grow on, as the active leaf; empty when it was not, or is
  /// gone.
  Optional<Message> resume(MessageId answer, Instant now);

  /// Gives a growing answer its final form; empty when it is gone.
  Optional<Message> finish(FinishedAnswer answer);

  /// As [#finish], and in the same breath keeps how the answer came about. Of one that grew on, the
  /// times are added up, and the rest stays as it was.
  Optional<Message> finish(FinishedAnswer answer, AnswerOrigin origin);

  /// How an answer came about; empty when that was not kept.
  Optional<AnswerOrigin> origin(MessageId answer);

  /// Takes back a growing answer in which nothing was said. The message before it becomes the
  /// active leaf again and, in its `failure`, keeps why no answer came.
  ///
  /// @param failure one sentence; null when it was simply stopped
  void discard(MessageId answer, @Nullable String failure);

  /// Every GROWING message becomes CUT_OFF, and those in which nothing was said are taken back: for
  /// the start, when nothing can be growing.
  ///
  /// @return how many
  int cutOffGrowing();

  Optional<Message> find(AccountId owner, MessageId id);

  /// The whole tree in the order the messages were added.
  List<Message> tree(ConversationId conversation);

  /// All messages at the place of this one, itself included, oldest first.
  List<MessageId> siblings(Message message);

  /// The latest USER and ASSISTANT messages of all the owner's conversations, newest first. Those
  /// in the trash, answers that still grow and answers without words are left out.
  List<Message> latest(AccountId owner, int most);

  /// What an answer says so far.
  record Words(String content, String reasoning) {}
}
