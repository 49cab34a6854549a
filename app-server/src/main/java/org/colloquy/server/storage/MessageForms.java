package org.colloquy.server.storage;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Usage;
import org.colloquy.server.core.conversation.FinishedAnswer;
import org.colloquy.server.core.conversation.NewMessage;
import org.jspecify.annotations.Nullable;

/// The forms that a message takes: new, numbered, and with another end.
final class MessageForms {
  private MessageForms() {}

  /// The same messages, each the child of the one before it.
  static List<NewMessage> chained(List<NewMessage> messages) {
    var chained = new ArrayList<NewMessage>();
    MessageId parent = null;
    for (var message : messages) {
      chained.add(message.under(parent));
      parent = message.id();
    }
    return chained;
  }

  /// A new message before the database gave it a number.
  static Message unnumbered(NewMessage message) {
    return new Message(
        message.id(),
        0,
        message.conversation(),
        message.parent(),
        message.role(),
        message.content(),
        "",
        message.state(),
        Columns.kept(message.createdAt()),
        message.usedModel(),
        Usage.NONE,
        List.of(),
        message.answersCall(),
        null);
  }

  /// A message with its time as the database keeps it.
  static Message kept(Message message) {
    return new Message(
        message.id(),
        message.number(),
        message.conversation(),
        message.parent(),
        message.role(),
        message.content(),
        message.reasoning(),
        message.state(),
        Columns.kept(message.createdAt()),
        message.usedModel(),
        message.usage(),
        message.toolCalls(),
        message.answersCall(),
        message.failure());
  }

  static Message numbered(Message message, long number) {
    return new Message(
        message.id(),
        number,
        message.conversation(),
        message.parent(),
        message.role(),
        message.content(),
        message.reasoning(),
        message.state(),
        message.createdAt(),
        message.usedModel(),
        message.usage(),
        message.toolCalls(),
        message.answersCall(),
        message.failure());
  }

  /// A stored message as the child of another one.
  static Message under(Message message, @Nullable MessageId parent) {
    return new Message(
        message.id(),
        message.number(),
        message.conversation(),
        parent,
        message.role(),
        message.content(),
        message.reasoning(),
        message.state(),
        message.createdAt(),
        message.usedModel(),
        message.usage(),
        message.toolCalls(),
        message.answersCall(),
        message.failure());
  }

  static Message changed(Message growing, FinishedAnswer form) {
    return new Message(
        growing.id(),
        growing.number(),
        growing.conversation(),
        growing.parent(),
        growing.role(),
        form.content(),
        form.reasoning(),
        form.state(),
        growing.createdAt(),
        growing.usedModel(),
        form.usage(),
        form.toolCalls(),
        growing.answersCall(),
        form.failure());
  }
}
