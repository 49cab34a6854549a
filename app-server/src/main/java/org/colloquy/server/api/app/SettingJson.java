package org.colloquy.server.api.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.conversation.ConversationSetting;
import org.colloquy.server.http.Json;
import org.jspecify.annotations.Nullable;

/// How models answer in a conversation.
record SettingJson(
    @Nullable String systemPrompt, @Nullable ParametersJson parameters, @Nullable String files) {
  static SettingJson of(ConversationSetting setting) {
    return new SettingJson(
        setting.systemPrompt(),
        ParametersJson.of(setting.parameters()),
        setting.looksIntoFiles() ? "on" : "off");
  }

  /// The setting with these fields changed: what is left out stays, what is null is not set any
  /// more. Parameters are changed together.
  static ConversationSetting changed(ConversationSetting setting, ObjectNode changes) {
    return Json.changed(of(setting), changes, SettingJson.class).setting();
  }

  private ConversationSetting setting() {
    return new ConversationSetting(
        systemPrompt == null ? "" : systemPrompt,
        parameters == null ? ConversationSetting.NONE.parameters() : parameters.parameters(),
        looksIntoFiles());
  }

  private boolean looksIntoFiles() {
    return switch (files) {
      case null -> true;
      case "on" -> true;
      case "off" -> false;
      default -> throw new ProblemException(new Problem.Invalid("files", "It must be on or off."));
    };
  }

  /// As a line of an export.
  static ExportedJson exported(ConversationId conversation, ConversationSetting setting) {
    return new ExportedJson(conversation.value(), of(setting));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ExportedJson(UUID conversation, @JsonUnwrapped SettingJson setting) {}
}
