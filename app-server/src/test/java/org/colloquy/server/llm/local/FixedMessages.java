package org.colloquy.server.llm.local;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.conversation.AnswerOrigin;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.conversation.NewMessage;
import org.jspecify.annotations.Nullable;

/// A store in which one account's latest messages are what the test says.
public record FixedMessages(AccountId owner, List<Message> all) implements MessageStore {
  @Override
  public List<Message> latest(AccountId account, int most) {
    return account.equals(owner) ? all.stream().limit(most).toList() : List.of();
  }

  @Override
  public List<Message> append(List<NewMessage> messages) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Message appendToEnd(NewMessage message) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Message> appendTitled(List<NewMessage> messages, String title) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeDown(Map<MessageId, Words> growing) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Message> resume(MessageId answer, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Message> finish(FinishedAnswer answer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Message> finish(FinishedAnswer answer, AnswerOrigin origin) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<AnswerOrigin> origin(MessageId answer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void discard(MessageId id, @Nullable String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int cutOffGrowing() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Message> find(AccountId account, MessageId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Message> tree(ConversationId conversation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<MessageId> siblings(Message message) {
    throw new UnsupportedOperationException();
  }
}
