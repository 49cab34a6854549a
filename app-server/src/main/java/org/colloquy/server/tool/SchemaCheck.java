package org.colloquy.server.tool;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.turn.ArgumentCheck;
import org.colloquy.server.core.turn.Tool;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Checks arguments by JSON Schema. Schemas may be strangers': nothing is fetched for them, and
/// their patterns can be interrupted.
public final class SchemaCheck implements ArgumentCheck {
  private static final int MOST_FAULTS = 10;
  private static final int LONGEST_FAULT = 300;
  private static final JsonMapper JSON = new JsonMapper();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemaCacheEnabled(false)
                  .schemaLoader(loader -> loader.fetchRemoteResources(false))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .locale(Locale.ENGLISH)
                          .losslessNarrowing(true)
                          .regularExpressionFactory(SchemaCheck::pattern)
                          .build()));

  @Override
  public void check(Tool tool, String arguments) {
    var given = object(arguments);
    var faults = faults(tool.schema(), given);
    if (!faults.isEmpty()) {
      throw new ProblemException(new Problem.Invalid(faults));
    }
  }

  private List<Problem.Fault> faults(String text, ObjectNode given) {
    try {
      var schema = registry.getSchema(text);
      leaveOutNothings(given, schema);
      return schema.validate(given).stream().limit(MOST_FAULTS).map(SchemaCheck::fault).toList();
    } catch (SchemaException | JacksonException e) {
      throw new ProblemException(
          new Problem.Unavailable("What it takes is not said in a way that can be read."), e);
    }
  }

  /// Models write null for what they leave out.
  private static void leaveOutNothings(ObjectNode given, Schema schema) {
    var required =
        schema.getSchemaNode().path("required").valueStream().map(JsonNode::asString).toList();
    given.propertyNames().stream()
        .filter(name -> given.path(name).isNull() && !required.contains(name))
        .toList()
        .forEach(given::remove);
  }

  private static ObjectNode object(String arguments) {
    try {
      if (JSON.readTree(arguments) instanceof ObjectNode object) {
        return object;
      }
      throw new ProblemException(new Problem.Invalid("", "The arguments are no JSON object."));
    } catch (JacksonException e) {
      throw new ProblemException(new Problem.Invalid("", "The arguments are no JSON."), e);
    }
  }

  private static Problem.Fault fault(Error error) {
    var why = error.getMessage();
    return new Problem.Fault(
        error.getInstanceLocation().toString().replaceFirst("^/", ""),
        why.length() > LONGEST_FAULT ? why.substring(0, LONGEST_FAULT) + "…" : why);
  }

  private static com.networknt.schema.regex.RegularExpression pattern(String regex) {
    var pattern = Pattern.compile(regex);
    return value -> pattern.matcher(new Interruptible(value)).find();
  }

  /// A text whose reader can be interrupted: some patterns take for ever.
  private record Interruptible(CharSequence text) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted while matching a pattern");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Interruptible(text.subSequence(start, end));
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
