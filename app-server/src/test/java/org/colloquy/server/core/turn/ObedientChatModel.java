package org.colloquy.server.core.turn;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.colloquy.model.StopReason;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;

/// The worst case of a model: does whatever it reads anywhere, in every script it can make out.
/// `CALL tool {...}` has a tool called, `SAY ...` is said.
final class ObedientChatModel implements ChatModel {
  private static final Pattern CALL = Pattern.compile("CALL (\\w+) (\\{[^}]*})");
  private static final Pattern SAY = Pattern.compile("SAY ([^\\n]*)");
  private static final int TAGS = 0xE0000;

  private final String id;
  private final Set<String> obeyed = new HashSet<>();

  /// @param id of every call, the same for all
  ObedientChatModel(String id) {
    this.id = id;
  }

  @Override
  public Reply stream(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    var read = new StringBuilder();
    prompt.lines().forEach(line -> read.append(madeOut(line.content())).append('\n'));
    var calls =
        CALL.matcher(read)
            .results()
            .filter(command -> obeyed.add(command.group()))
            .map(command -> new ToolCall(id, command.group(1), command.group(2)))
            .toList();
    var said = SAY.matcher(read).results().map(command -> command.group(1)).toList();
    listener.text(said.isEmpty() ? "Done." : String.join("\n", said));
    return new Reply(prompt.tools().isEmpty() ? List.of() : calls, Usage.NONE, StopReason.STOP);
  }

  /// Reads tags as letters, and what is between invisible characters.
  private static String madeOut(String text) {
    var letters = new StringBuilder();
    text.codePoints()
        .filter(c -> c != 0x200B && c != 0x2060 && c != 0x00AD)
        .map(c -> c > TAGS && c < TAGS + 0x80 ? c - TAGS : c)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
