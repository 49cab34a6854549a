package org.colloquy.desktop.ui.tables;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.TableClient;
import org.colloquy.desktop.client.TableEntry;
import org.colloquy.desktop.ui.parts.Shown;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.model.ColumnType;
import org.colloquy.model.ConversationId;
import org.colloquy.model.TableForm;
import org.colloquy.model.TableId;
import org.colloquy.model.TableRows;
import org.jspecify.annotations.Nullable;

/// The tables of the open conversation: one is chosen, its rows are looked at page by page, its
/// form is corrected, and questions in SQL are put to all of them.
public final class TablesViewModel {
  /// How many rows a page has.
  static final int PAGE = 100;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(800);

  private final TableClient client;
  private final Background background;
  private final Shown<TableEntry> tables;
  private final ReadOnlyObjectWrapper<@Nullable TableEntry> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TableRows> rows = new ReadOnlyObjectWrapper<>();
  private final TableResult result;
  private final StringProperty sql = new SimpleStringProperty("");
  private final Visit turning;
  private final Visit asking;
  private Background.Waiting again = () -> {};
  private long from;

  public TablesViewModel(TableClient client, Background background) {
    this.client = client;
    this.background = background;
    tables = new Shown<>(background, client::tables);
    result = new TableResult(client, background, tables::fail);
    turning = new Visit(background, tables::fail);
    asking = new Visit(background, tables::fail);
    tables.items().addListener((ListChangeListener<TableEntry>) _ -> listed());
  }

  Shown<TableEntry> tables() {
    return tables;
  }

  /// The table that is looked at; null when there is none.
  ReadOnlyObjectProperty<@Nullable TableEntry> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// The rows of the page in sight; null while there are none.
  ReadOnlyObjectProperty<@Nullable TableRows> rows() {
    return rows.getReadOnlyProperty();
  }

  /// The first row of the page, from 0.
  long from() {
    return from;
  }

  /// The question that is being written.
  StringProperty sql() {
    return sql;
  }

  /// What was asked last comes to.
  TableResult result() {
    return result;
  }

  void show(@Nullable ConversationId conversation) {
    if (!Objects.equals(conversation, tables.conversation())) {
      choose(null);
      result.show(null);
      turning.end();
      asking.end();
    }
    tables.show(conversation);
  }

  /// While a table is being read, it is looked at again and again.
  private void listed() {
    var before = chosen.get();
    var id = before == null ? null : before.table().id();
    var now =
        tables.items().stream()
            .filter(entry -> entry.table().id().equals(id))
            .findFirst()
            .orElse(tables.items().isEmpty() ? null : tables.items().getFirst());
    if (!Objects.equals(before, now)) {
      choose(now);
    }
    lookAgain();
  }

  private void lookAgain() {
    again.callOff();
    if (tables.items().stream().anyMatch(TableEntry::isOnTheWay)) {
      again =
          background.after(
              LOOK_AGAIN,
              () -> {
                tables.refresh();
                lookAgain();
              });
    }
  }

  void choose(@Nullable TableEntry table) {
    var before = chosen.get();
    boolean another =
        before == null
            || table == null
            || !before.table().id().equals(table.table().id())
            || !before.isReady();
    chosen.set(table);
    if (another) {
      from = 0;
      rows.set(null);
    }
    if (table != null && table.isReady() && another) {
      fetch();
    }
  }

  boolean hasEarlier() {
    return from > 0;
  }

  boolean hasLater() {
    var table = chosen.get();
    return table != null && from + PAGE < table.table().rows();
  }

  void earlier() {
    turn(Math.max(0, from - PAGE));
  }

  void later() {
    turn(from + PAGE);
  }

  /// @param row from 0
  void turn(long row) {
    from = row;
    fetch();
  }

  private void fetch() {
    var table = chosen.get();
    if (table != null) {
      var id = table.table().id();
      var start = from;
      turning.begin(() -> client.rows(id, start, PAGE), rows::set);
    }
  }

  /// Puts the question to the tables.
  void ask() {
    var conversation = tables.conversation();
    var question = sql.get().strip();
    if (conversation != null && !question.isEmpty()) {
      asking.begin(
          () -> client.query(conversation, question),
          found -> {
            result.show(new TableResult.Asked(conversation, question, found));
            tables.refresh();
          });
    }
  }

  /// Has the chosen table read in another form.
  void correct(TableForm form, Map<String, ColumnType> types) {
    var table = chosen.get();
    if (table != null) {
      var id = table.table().id();
      change(() -> client.correct(id, form, types));
    }
  }

  /// Forgets a table, and stops reading it.
  void remove(TableId id) {
    change(() -> {
      client.remove(id);
      return id;
    });
  }

  private void change(Supplier<?> work) {
    background.run(work, _ -> tables.refresh(), why -> tables.fail(why));
  }
}
