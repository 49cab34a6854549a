package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.conversation.ConversationSetting;
import org.colloquy.server.core.conversation.ConversationSettingStore;
import org.jdbi.v3.core.Handle;

/// Keeps how models answer in conversations.
public final class JdbiConversationSettingStore implements ConversationSettingStore {
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
    var insert =
        handle
            .createUpdate(
                """
                insert into conversation_setting (conversation_id, system_prompt, files_off, %s)
                values (:id, :systemPrompt, :filesOff, %s)
                """
                    .formatted(ParameterColumns.NAMES, ParameterColumns.VALUES))
            .bind("id", conversation.value())
            .bind("systemPrompt", setting.systemPrompt())
            .bind("filesOff", !setting.looksIntoFiles());
    return ParameterColumns.bind(insert, setting.parameters()).execute();
  }

  /// The setting in a row that may have none.
  static ConversationSetting settingOrNone(ResultSet row) throws SQLException {
    return row.getString("system_prompt") == null ? ConversationSetting.NONE : setting(row);
  }

  private static ConversationSetting setting(ResultSet row) throws SQLException {
    return new ConversationSetting(
        row.getString("system_prompt"),
        ParameterColumns.parameters(row),
        !row.getBoolean("files_off"));
  }
}
