package org.colloquy.server.storage;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.PromptText;
import org.colloquy.model.SavedPrompt;
import org.colloquy.model.SavedPromptId;
import org.colloquy.server.core.savedprompt.SavedPromptStore;
import org.jdbi.v3.core.Handle;

/// Keeps saved prompts.
public final class JdbiSavedPromptStore implements SavedPromptStore {
  private static final TypeReference<PromptText> TEXT = new TypeReference<>() {};

  private final Database database;

  public JdbiSavedPromptStore(Database database) {
    this.database = database;
  }

  @Override
  public List<SavedPrompt> add(List<SavedPrompt> prompts) {
    return database.write(handle -> {
      var kept = new ArrayList<SavedPrompt>();
      for (var prompt : prompts) {
        handle
            .createUpdate(
                """
                insert into saved_prompt (id, owner_id, content, created_at, changed_at)
                values (:id, :owner, :content, :created, :changed)
                """)
            .bind("id", prompt.id().value())
            .bind("owner", prompt.owner().value())
            .bind("content", JsonColumn.of(prompt.text()))
            .bind("created", Columns.column(prompt.createdAt()))
            .bind("changed", Columns.column(prompt.changedAt()))
            .execute();
        kept.add(select(handle, prompt.owner(), prompt.id()).orElseThrow());
      }
      return kept;
    });
  }

  @Override
  public List<SavedPrompt> of(AccountId owner) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from saved_prompt where owner_id = :owner order by owner_id, number")
            .bind("owner", owner.value())
            .map((row, _) -> prompt(row))
            .list());
  }

  @Override
  public Optional<SavedPrompt> find(AccountId owner, SavedPromptId id) {
    return database.read(handle -> select(handle, owner, id));
  }

  private static Optional<SavedPrompt> select(Handle handle, AccountId owner, SavedPromptId id) {
    return handle
        .createQuery("select * from saved_prompt where id = :id and owner_id = :owner")
        .bind("id", id.value())
        .bind("owner", owner.value())
        .map((row, _) -> prompt(row))
        .findOne();
  }

  @Override
  public Optional<SavedPrompt> change(AccountId owner, SavedPromptId id, Change change) {
    return database.write(handle -> {
      handle
          .createUpdate(
              """
              update saved_prompt set content = :content, changed_at = :changed
              where id = :id and owner_id = :owner
              """)
          .bind("content", JsonColumn.of(change.text()))
          .bind("changed", Columns.column(change.at()))
          .bind("id", id.value())
          .bind("owner", owner.value())
          .execute();
      return select(handle, owner, id);
    });
  }

  @Override
  public boolean remove(AccountId owner, SavedPromptId id) {
    return database.write(handle ->
        handle.execute(
                "delete from saved_prompt where id = ? and owner_id = ?", id.value(), owner.value())
            > 0);
  }

  private static SavedPrompt prompt(ResultSet row) throws SQLException {
    return new SavedPrompt(
        new SavedPromptId(Columns.id(row, "id")),
        row.getLong("number"),
        new AccountId(Columns.id(row, "owner_id")),
        JsonColumn.read(row.getString("content"), TEXT),
        Columns.time(row, "created_at"),
        Columns.time(row, "changed_at"));
  }
}
