package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the scripted server knows of files as publications; every answer cites the first one.
public final class ScriptedReferences {
  private static final String PUBLISHED = "The title that its publisher knows";

  private final Map<String, ObjectNode> entries = new LinkedHashMap<>();

  ScriptedReferences() {}

  /// What is found in a file.
  public synchronized void add(String file, String title, String family, String year) {
    var entry = ScriptedServer.JSON.createObjectNode().put("file", file).put("origin", "found");
    entry.put("title", title).put("year", year).put("key", family + year);
    entry.putArray("authors").addObject().put("family", family).put("given", "Ada");
    entries.put(file, entry);
  }

  /// A list in JSON, or in the words of a form.
  synchronized ObjectNode list(boolean cited) {
    var answer = ScriptedServer.JSON.createObjectNode();
    var shown = cited ? entries.values().stream().limit(1).toList() : List.copyOf(entries.values());
    answer.set("references", ScriptedServer.array(shown));
    return answer.deepCopy();
  }

  /// The same in another form.
  synchronized String written(String form, boolean cited) {
    var written = new StringBuilder();
    list(cited)
        .path("references")
        .forEach(entry -> written.append(form).append(": ").append(entry.path("title").asText()));
    return written.toString();
  }

  /// What is known of a file after it was corrected or looked up.
  synchronized ObjectNode change(String file, @Nullable ObjectNode said) {
    var entry =
        entries.computeIfAbsent(
            file, _ -> ScriptedServer.JSON.createObjectNode().put("file", file));
    if (said == null) {
      entry.put("origin", "looked-up").put("title", PUBLISHED);
    } else {
      entry.setAll(said);
      entry.put("origin", "person");
    }
    return entry;
  }
}
