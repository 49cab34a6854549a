package org.colloquy.server.api.app;

import static org.colloquy.server.api.app.AppBodies.required;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.PromptText;
import org.colloquy.model.PromptVariable;
import org.colloquy.model.PromptVariable.Kind;
import org.colloquy.model.SavedPrompt;
import org.jspecify.annotations.Nullable;

/// Saved prompts as JSON, both ways.
final class SavedPromptJson {
  /// What files of prompts begin with.
  private static final String FORMAT = "colloquy-prompts";

  private SavedPromptJson() {}

  /// @param kind `text`, `long-text`, `number`, `choice` or `date`
  record VariableJson(
      @Nullable String name,
      @Nullable String kind,
      @Nullable String description,
      @Nullable String value,
      @Nullable Boolean required,
      @Nullable List<@Nullable String> choices) {
    static VariableJson of(PromptVariable variable) {
      return new VariableJson(
          variable.name(),
          AppJson.word(variable.kind()),
          variable.description(),
          variable.value(),
          variable.required(),
          List.copyOf(variable.choices()));
    }

    PromptVariable variable() {
      return new PromptVariable(
          AppBodies.required(name, "variables.name"),
          kind == null ? Kind.TEXT : kind(kind),
          orEmpty(description),
          orEmpty(value),
          required != null && required,
          texts(choices, "variables.choices"));
    }

    private static Kind kind(String word) {
      for (var kind : Kind.values()) {
        if (AppJson.word(kind).equals(word.toLowerCase(Locale.ROOT))) {
          return kind;
        }
      }
      throw new ProblemException(
          new Problem.Invalid(
              "variables.kind", "There are text, long-text, number, choice and date."));
    }
  }

  /// What a prompt says.
  record TextJson(
      @Nullable String title,
      @Nullable String content,
      @Nullable List<@Nullable VariableJson> variables,
      @Nullable List<@Nullable String> tags) {
    static TextJson of(PromptText text) {
      return new TextJson(
          text.title(),
          text.content(),
          text.variables().stream().map(VariableJson::of).toList(),
          List.copyOf(text.tags()));
    }

    PromptText text() {
      return new PromptText(
          required(title, "title").strip(),
          required(content, "content"),
          variables == null
              ? List.of()
              : variables.stream().map(one -> required(one, "variables").variable()).toList(),
          texts(tags, "tags").stream().map(String::strip).distinct().toList());
    }
  }

  private static List<String> texts(@Nullable List<@Nullable String> texts, String field) {
    return texts == null ? List.of() : texts.stream().map(one -> required(one, field)).toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  record PromptJson(
      UUID id,
      String title,
      String content,
      List<VariableJson> variables,
      List<String> tags,
      Instant createdAt,
      Instant changedAt) {
    static PromptJson of(SavedPrompt prompt) {
      return new PromptJson(
          prompt.id().value(),
          prompt.text().title(),
          prompt.text().content(),
          prompt.text().variables().stream().map(VariableJson::of).toList(),
          prompt.text().tags(),
          prompt.createdAt(),
          prompt.changedAt());
    }
  }

  record PromptsJson(List<PromptJson> prompts) {
    static PromptsJson of(List<SavedPrompt> prompts) {
      return new PromptsJson(prompts.stream().map(PromptJson::of).toList());
    }
  }

  /// Prompts as they are handed on.
  record FileJson(
      @Nullable String format,
      @Nullable Integer version,
      @Nullable List<@Nullable TextJson> prompts) {
    static FileJson of(List<SavedPrompt> prompts) {
      return new FileJson(
          FORMAT, 1, prompts.stream().map(prompt -> TextJson.of(prompt.text())).toList());
    }

    List<PromptText> texts() {
      if (!FORMAT.equals(format)) {
        throw new ProblemException(
            new Problem.Invalid("format", "This is no file of prompts of Colloquy."));
      }
      return required(prompts, "prompts").stream()
          .map(one -> required(one, "prompts").text())
          .toList();
    }
  }

  record TakenJson(int added, int known) {}
}
