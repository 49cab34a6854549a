package org.colloquy.server.api.userchat;

import java.util.function.Function;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.http.Exchange;

/// Tells what was not found as this API does: a whole sentence with its id, as a JSON text.
final class Missing {
  private Missing() {}

  /// @param sentence what is said, by the core's word for what is missing
  static void told(Exchange exchange, Function<String, String> sentence, Runnable work) {
    try {
      work.run();
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.NotFound(var what))) {
        throw e;
      }
      exchange.reply(404, sentence.apply(what));
    }
  }
}
