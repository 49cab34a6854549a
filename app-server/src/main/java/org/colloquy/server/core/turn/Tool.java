package org.colloquy.server.core.turn;

/// Something a model may have done.
public interface Tool {
  /// What the model and agents call it, such as `recall_memory`.
  String name();

  /// What it is for, told to the model.
  String description();

  /// The JSON schema of its arguments, as text.
  String schema();

  /// Whether a call changes something, or sends something to where the model says. Such a call is
  /// done only with a person's permission, or while nobody else has said anything.
  boolean hasEffects();

  /// Where words of the model's go with a call that has no effects. After words of strangers came
  /// in, such a call needs a person's permission as well.
  default Sends sends() {
    return Sends.NOTHING;
  }

  /// How far words leave this machine.
  enum Sends {
    NOTHING,
    /// To one service, which the owner or this program names.
    ONE_SERVICE,
    /// To where the model says.
    ANYWHERE
  }

  /// Whether it tells what strangers wrote, such as pages of the web.
  boolean bringsStrangersWords();

  /// Does it. Blocks; is interrupted when it takes too long or the turn is stopped.
  ///
  /// @param arguments a JSON object as text, as the model wrote it
  /// @return what the model is told
  /// @throws org.colloquy.model.ProblemException Invalid when the arguments are not those of the
  ///   schema; any other one when it cannot be done, which the model is told as a sentence
  String run(Occasion occasion, String arguments);
}
