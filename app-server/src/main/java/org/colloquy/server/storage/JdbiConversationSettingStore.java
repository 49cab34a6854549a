package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.colloquy.model.ConversationId;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.ResponseFormat;
import org.colloquy.server.core.ParameterLimits;
import org.colloquy.server.core.conversation.ConversationSetting;
import org.colloquy.server.core.conversation.ConversationSettingStore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Keeps how models answer in conversations.
public final class JdbiConversationSettingStore implements ConversationSettingStore {
  private static final String DIVIDER = String.valueOf(ParameterLimits.DIVIDER);

  private final Database database;

  public JdbiConversationSettingStore(Database database) {
    this.database = database;
  }

  @Override
  public ConversationSetting of(ConversationId conversation) {
    return database.read(handle ->
        handle
            .createQuery("select * from conversation_setting where conversation_id = :id")
            .bind("id", conversation.value())
            .map((row, _) -> setting(row))
            .findOne()
            .orElse(ConversationSetting.NONE));
  }

  @Override
  public void put(ConversationId conversation, ConversationSetting setting) {
    database.write(handle -> {
      handle.execute(
          "delete from conversation_setting where conversation_id = ?", conversation.value());
      return setting.equals(ConversationSetting.NONE) ? 0 : insert(handle, conversation, setting);
    });
  }

  private static int insert(
      Handle handle, ConversationId conversation, ConversationSetting setting) {
    var parameters = setting.parameters();
    var format = parameters.format();
    var schema = format instanceof ResponseFormat.JsonSchema named ? named : null;
    return handle
        .createUpdate(
            """
            insert into conversation_setting (conversation_id, system_prompt, temperature, top_p,
              seed, max_tokens, stop, format, schema_name, schema_text, files_off)
            values (:id, :systemPrompt, :temperature, :topP, :seed, :maxTokens, :stop, :format,
              :schemaName, :schemaText, :filesOff)
            """)
        .bind("id", conversation.value())
        .bind("systemPrompt", setting.systemPrompt())
        .bind("temperature", parameters.temperature())
        .bind("topP", parameters.topP())
        .bind("seed", parameters.seed())
        .bind("maxTokens", parameters.maxTokens())
        .bind("stop", String.join(DIVIDER, parameters.stop()))
        .bind("format", word(format))
        .bind("schemaName", schema == null ? null : schema.name())
        .bind("schemaText", schema == null ? null : schema.schema())
        .bind("filesOff", !setting.looksIntoFiles())
        .execute();
  }

  private static ConversationSetting setting(ResultSet row) throws SQLException {
    var stop = row.getString("stop");
    return new ConversationSetting(
        row.getString("system_prompt"),
        new ModelParameters(
            row.getObject("temperature", Double.class),
            row.getObject("top_p", Double.class),
            row.getObject("seed", Long.class),
            row.getObject("max_tokens", Integer.class),
            stop.isEmpty() ? List.of() : List.of(stop.split(DIVIDER, -1)),
            format(row)),
        !row.getBoolean("files_off"));
  }

  private static @Nullable String word(@Nullable ResponseFormat format) {
    return switch (format) {
      case null -> null;
      case ResponseFormat.Text _ -> "TEXT";
      case ResponseFormat.Json _ -> "JSON";
      case ResponseFormat.JsonSchema _ -> "SCHEMA";
    };
  }

  private static @Nullable ResponseFormat format(ResultSet row) throws SQLException {
    var word = row.getString("format");
    return switch (word) {
      case null -> null;
      case "TEXT" -> new ResponseFormat.Text();
      case "JSON" -> new ResponseFormat.Json();
      default ->
          new ResponseFormat.JsonSchema(row.getString("schema_name"), row.getString("schema_text"));
    };
  }
}
