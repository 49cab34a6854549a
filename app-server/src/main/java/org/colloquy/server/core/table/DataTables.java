package org.colloquy.server.core.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.model.Attachment;
import org.colloquy.model.ColumnType;
import org.colloquy.model.ConversationId;
import org.colloquy.model.DataTable;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableFaults;
import org.colloquy.model.TableForm;
import org.colloquy.model.TableId;
import org.colloquy.model.TableRows;
import org.colloquy.model.TableState;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.attachment.AttachmentStore;
import org.colloquy.server.core.attachment.FileListener;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;

/// The tables that come with files of conversations, and what is asked of them. Other people's are
/// not found.
public final class DataTables implements FileListener {
  /// How many rows are told at once at the most.
  public static final int MOST_ROWS = 10_000;

  /// What asks and draws tables, as agents name it.
  public static final List<String> TOOLS = List.of("list_tables", "query_table", "plot_table");

  private static final int LONGEST_NOTE = 500;

  /// How long a question waits for a table that is still being read.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TableStore store;
  private final TableData data;
  private final TableLoader loader;
  private final Conversations conversations;
  private final Around around;

  /// What belongs to a conversation beside its tables.
  public record Around(AttachmentStore attachments, Activities activities, Ids ids) {}

  public DataTables(
      TableStore store,
      TableData data,
      TableLoader loader,
      Conversations conversations,
      Around around) {
    this.store = store;
    this.data = data;
    this.loader = loader;
    this.conversations = conversations;
    this.around = around;
  }

  /// A table, and how much of it was read, from 0 to 1.
  public record Listed(DataTable table, double progress) {}

  /// A file that may be a table is read in the background.
  @Override
  public void arrived(AccountId owner, Attachment attachment) {
    if (!loader.mayRead(attachment.name(), attachment.mediaType())) {
      return;
    }
    new NewTables(store)
        .add(attachment.conversation(), attachment.name(), "", name -> waiting(attachment, name))
        .ifPresent(table -> loader.enqueue(table, attachment.size()));
  }

  /// The rows of its tables go with it.
  @Override
  public void removed(Attachment attachment) {
    var conversation = attachment.conversation();
    var left = namesOf(store.of(conversation));
    if (left.isEmpty()) {
      data.remove(conversation);
    } else {
      data.keep(conversation, left);
    }
  }

  private static Set<String> namesOf(List<DataTable> tables) {
    return tables.stream().map(DataTable::name).collect(Collectors.toSet());
  }

  private DataTable waiting(Attachment attachment, String name) {
    return new DataTable(
        new TableId(around.ids().next()),
        0,
        attachment.conversation(),
        attachment.id(),
        attachment.name(),
        "",
        name,
        TableState.WAITING,
        0,
        TableForm.UNKNOWN,
        List.of(),
        TableFaults.NONE,
        "");
  }

  /// All tables of a conversation, in the order in which they came.
  public List<Listed> of(Caller caller, ConversationId conversation) {
    return store.of(conversations.get(caller, conversation).id()).stream()
        .map(this::listed)
        .toList();
  }

  /// Those that can be asked, or soon.
  public List<DataTable> usable(Caller caller, ConversationId conversation) {
    return store.of(conversations.get(caller, conversation).id()).stream()
        .filter(table -> table.state() != TableState.FAILED)
        .toList();
  }

  /// One table.
  public Listed get(Caller caller, TableId id) {
    return listed(found(caller, id));
  }

  private Listed listed(DataTable table) {
    return new Listed(table, table.state() == TableState.READY ? 1 : loader.progress(table.id()));
  }

  private DataTable found(Caller caller, TableId id) {
    return store
        .find(caller.account(), id)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("table")));
  }

  /// Reads a table anew, in another form or with other types.
  ///
  /// @param types by names of columns; those that are left out stay, or are told anew when the form
  ///   is another one
  public Listed correct(Caller caller, TableId id, TableForm form, Map<String, ColumnType> types) {
    var table = found(caller, id);
    FormRules.check(form, types, table);
    boolean sameForm = form.equals(table.form());
    var chosen = new ArrayList<TableColumn>();
    for (var column : table.columns()) {
      var type = types.get(column.name());
      if (sameForm || type != null) {
        chosen.add(type == null ? column : column.as(type));
      }
    }
    loader.stop(id);
    var waiting = table.waiting(form, chosen);
    if (!store.change(waiting)) {
      throw new ProblemException(new Problem.NotFound("table"));
    }
    loader.enqueue(waiting, size(waiting));
    return listed(waiting);
  }

  /// Forgets a table, and stops reading it. Its file stays.
  public void remove(Caller caller, TableId id) {
    var table = found(caller, id);
    loader.stop(id);
    store.remove(id);
    data.drop(table.conversation(), table.name());
  }

  /// Some rows of a table, in the order of its file.
  ///
  /// @param from the first one, from 0
  public TableRows rows(Caller caller, TableId id, long from, int count) {
    var table = found(caller, id);
    if (table.state() != TableState.READY) {
      throw notReady();
    }
    bringBack(List.of(table));
    return data.rows(
        table.conversation(), table.name(), Math.max(0, from), Math.clamp(count, 1, 1_000));
  }

  /// What an SQL question to the tables of a conversation comes to; it is noted in the running
  /// table. It waits a while for tables that it names and that are still being read.
  public TableRows query(Caller caller, ConversationId id, String sql, int most) {
    var conversation = conversations.get(caller, id).id();
    var rows = asked(conversation, sql, most);
    var count = rows.rows().size() + (rows.cut() ? " rows and more" : " rows");
    around
        .activities()
        .note(conversation, Activities.TABLE, "Asked tables, " + count + ": " + cut(sql));
    return rows;
  }

  /// The same without a note.
  TableRows asked(ConversationId conversation, String sql, int most) {
    var tables = whenRead(conversation, sql);
    if (tables.isEmpty()) {
      throw new ProblemException(
          new Problem.Unavailable("This conversation has no tables: no CSV, TSV or XLSX file."));
    }
    data.keep(conversation, namesOf(tables));
    bringBack(tables.stream().filter(table -> table.state() == TableState.READY).toList());
    return data.query(conversation, sql, Math.min(most, MOST_ROWS));
  }

  /// All tables, when those that the question names are read.
  private List<DataTable> whenRead(ConversationId conversation, String sql) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      int endings = loader.endings();
      var tables = store.of(conversation);
      if (tables.stream().noneMatch(table -> isUnread(table) && names(sql, table))) {
        return tables;
      }
      try {
        loader.awaitEnding(endings, Duration.ofNanos(end - System.nanoTime()));
      } catch (TimeoutException _) {
        throw notReady();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw notReady();
      }
    }
  }

  private static boolean isUnread(DataTable table) {
    return table.state() == TableState.WAITING || table.state() == TableState.LOADING;
  }

  private static boolean names(String sql, DataTable table) {
    return sql.toLowerCase(Locale.ROOT).contains(table.name().toLowerCase(Locale.ROOT));
  }

  static String cut(String sql) {
    var line = sql.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST_NOTE ? line.substring(0, LONGEST_NOTE) + "…" : line;
  }

  /// Tables whose rows are gone, as after a change of the encryption, are read again.
  private void bringBack(List<DataTable> tables) {
    boolean whole = true;
    for (var table : tables) {
      if (!data.has(table.conversation(), table.name())) {
        whole = false;
        var waiting = table.waiting(table.form(), table.columns());
        if (store.change(waiting)) {
          loader.enqueue(waiting, size(waiting));
        }
      }
    }
    if (!whole) {
      throw notReady();
    }
  }

  private static ProblemException notReady() {
    return new ProblemException(
        new Problem.Unavailable("The table is still being read. Ask again in a moment."));
  }

  private long size(DataTable table) {
    return around.attachments().of(table.conversation()).stream()
        .filter(file -> file.id().equals(table.attachment()))
        .mapToLong(Attachment::size)
        .findFirst()
        .orElse(0);
  }

  /// Goes on with what the program did not finish when it ended, and collects what is left of
  /// conversations that are gone. For the start.
  public void begin() {
    collect();
    takeUp();
  }

  /// Takes up what nobody reads of what is to be read.
  public void takeUp() {
    store.unfinished().forEach(table -> loader.enqueue(table, size(table)));
  }

  /// Removes the databases of conversations that are gone or have no tables any more.
  public void collect() {
    var kept = data.all();
    var known = store.known(kept);
    kept.stream().filter(id -> !known.contains(id)).forEach(data::remove);
  }
}
