package org.colloquy.server.transcript;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colloquy.server.core.importing.TranscriptTaker;

/// A JSON file of one conversation or of a list of them, of which one at a time is in memory.
final class JsonTranscripts {
  private static final int DEEPEST = 2_000;
  private static final int LONGEST_TEXT = 32 * 1024 * 1024;
  private static final int MOST_WAITING = 1_000;

  /// How many bytes one conversation may have.
  static final long LARGEST = 128L * 1024 * 1024;

  /// What is said of a file that cannot be read to its end.
  static final String BROKEN =
      "From here on the file is damaged, or this conversation is very large.";

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .build();

  private static final List<TranscriptForm> FORMS =
      List.of(
          new OwnForm(),
          new ChatGptForm(),
          new ClaudeForm(),
          new OpenWebUiForm(),
          new LibreChatForm());

  private final TranscriptTaker taker;
  private String origin = "";
  private int place;
  private boolean found;
  private final List<Runnable> waiting = new ArrayList<>();

  JsonTranscripts(TranscriptTaker taker) {
    this.taker = taker;
  }

  /// Whether anything in what was read is a conversation of a known program.
  boolean found() {
    return found;
  }

  /// Reads a file. Where it is damaged, the rest of it is said to be unreadable.
  void read(InputStream content) {
    var limited = new LimitedStream(content, LARGEST);
    try (var parser = MAPPER.createParser(limited)) {
      read(parser, limited);
    } catch (IOException _) {
      place++;
      unreadable(BROKEN);
    }
  }

  private void read(JsonParser parser, LimitedStream limited) throws IOException {
    var first = parser.nextToken();
    if (first == JsonToken.START_OBJECT) {
      one(parser.readValueAsTree());
    } else if (first == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY && parser.hasCurrentToken()) {
        limited.another();
        one(parser.readValueAsTree());
      }
    }
  }

  private void one(JsonNode json) {
    place++;
    var form = form(json);
    if (form.isPresent()) {
      origin = form.get().origin();
      taken();
      taker.transcript(form.get().read(json));
    } else {
      unreadable("This is no conversation in a form that is known.");
    }
  }

  private static Optional<TranscriptForm> form(JsonNode json) {
    return FORMS.stream().filter(form -> form.fits(json)).findFirst();
  }

  /// What could not be read before is part of a file of conversations after all.
  private void taken() {
    found = true;
    waiting.forEach(Runnable::run);
    waiting.clear();
  }

  private void unreadable(String why) {
    var what = "Conversation " + place;
    Runnable told = () -> taker.unreadable(origin, what, why);
    if (found) {
      told.run();
    } else if (waiting.size() < MOST_WAITING) {
      waiting.add(told);
    }
  }
}
