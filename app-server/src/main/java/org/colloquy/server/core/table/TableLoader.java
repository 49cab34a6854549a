package org.colloquy.server.core.table;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ColumnType;
import org.colloquy.model.DataTable;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableId;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.cluster.Servers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the rows of tables in the background, one table after the other.
///
/// A file is read twice: once to see what its values are, once to keep them. So a column has the
/// type that fits all of its values, and no more than a few rows are in memory at once.
public final class TableLoader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TableLoader.class);
  private static final int MOST_COLUMNS = 1_000;

  private final TableStore store;
  private final TableData data;
  private final TableFiles files;
  private final FileContents contents;
  private final Ids ids;
  private final Servers servers;

  /// Not interrupted, since that would close the database for everybody.
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("tables-loader").factory());

  private final Map<TableId, Double> progress = new ConcurrentHashMap<>();
  private final Set<TableId> stopped = ConcurrentHashMap.newKeySet();

  /// Goes on with each reading that ended.
  private final Phaser endings = new Phaser(1);

  private volatile boolean closing;

  public TableLoader(
      TableStore store,
      TableData data,
      TableFiles files,
      FileContents contents,
      Ids ids,
      Servers servers) {
    this.store = store;
    this.data = data;
    this.files = files;
    this.contents = contents;
    this.ids = ids;
    this.servers = servers;
  }

  /// Somebody wants no more of this table.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  /// Whether the file may hold tables.
  boolean mayRead(String name, String mediaType) {
    return files.mayHold(name, mediaType);
  }

  /// Reads a table as soon as those before it were read, unless another server does.
  ///
  /// @param size of its file, in bytes
  void enqueue(DataTable table, long size) {
    stopped.remove(table.id());
    if (!closing && servers.claim(claim(table))) {
      progress.put(table.id(), 0.0);
      thread.execute(() -> load(table, size));
    }
  }

  private static String claim(DataTable table) {
    return "table " + table.id();
  }

  /// How much of a table was read, from 0 to 1.
  double progress(TableId table) {
    return progress.getOrDefault(table, 0.0);
  }

  /// Ends the reading of a table.
  void stop(TableId table) {
    if (progress.containsKey(table)) {
      stopped.add(table);
    }
  }

  private void load(DataTable table, long size) {
    try {
      check(table.id());
      read(table, content(table.attachment(), size));
    } catch (Stopped _) {
      forget(table);
    } catch (ProblemException e) {
      fail(table, Sentences.of(e.problem()));
    } catch (RuntimeException e) {
      LOG.error("table {} could not be read", table.id(), e);
      fail(table, "It could not be read.");
    } finally {
      servers.unclaim(claim(table));
      progress.remove(table.id());
      stopped.remove(table.id());
      endings.arrive();
    }
  }

  /// Stands for the readings that have ended so far, well or not.
  int endings() {
    return endings.getPhase();
  }

  /// Waits until one more reading ended.
  ///
  /// @param before what endings() was before it was looked whether one has to wait
  void awaitEnding(int before, Duration longest) throws InterruptedException, TimeoutException {
    endings.awaitAdvanceInterruptibly(before, longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void fail(DataTable table, String why) {
    if (!closing && !store.change(table.failed(why))) {
      forget(table);
    }
  }

  private void forget(DataTable table) {
    if (!closing) {
      data.drop(table.conversation(), table.name());
    }
  }

  private TableFiles.Content content(AttachmentId file, long size) {
    return new TableFiles.Content() {
      @Override
      public InputStream open() {
        return contents.open(file);
      }

      @Override
      public long size() {
        return size;
      }
    };
  }

  private void read(DataTable table, TableFiles.Content content) {
    if (!table.form().encoding().isEmpty() || !table.sheet().isEmpty()) {
      var sheet = files.sheet(table.file(), content, table.sheet(), table.form());
      keep(table, sheet, recognized(table, sheet).found(table.form()));
      return;
    }
    var sheets = files.sheets(table.file(), content);
    if (sheets.isEmpty()) {
      store.remove(table.id());
      return;
    }
    var tables = ofSheets(table, sheets);
    for (int i = 0; i < tables.size(); i++) {
      check(table.id());
      keep(tables.get(i), sheets.get(i), recognized(tables.get(i), sheets.get(i)).found());
    }
  }

  /// The table stands for its file until it is known how many are in it.
  private List<DataTable> ofSheets(DataTable table, List<SheetRows> sheets) {
    if (sheets.size() == 1 && sheets.getFirst().sheet().isEmpty()) {
      return List.of(table);
    }
    store.remove(table.id());
    var tables = new ArrayList<DataTable>();
    for (var sheet : sheets) {
      var called = sheets.size() == 1 ? "" : sheet.sheet();
      tables.add(
          new NewTables(store)
              .add(
                  table.conversation(),
                  table.file(),
                  called,
                  name -> table.ofSheet(new TableId(ids.next()), sheet.sheet(), name))
              .orElseThrow(Stopped::new));
    }
    return tables;
  }

  private Recognition recognized(DataTable table, SheetRows sheet) {
    if (sheet.width() > MOST_COLUMNS) {
      throw new ProblemException(
          new Problem.Unavailable("It has more than " + MOST_COLUMNS + " columns."));
    }
    var recognition = new Recognition(sheet.form(), sheet.width());
    sheet.read((line, part, values) -> {
      note(table.id(), part / 2);
      recognition.row(line, part, values);
    });
    return recognition;
  }

  private void keep(DataTable table, SheetRows sheet, Recognition.Found found) {
    var loading = table.loading(found.form(), typed(found.columns(), table.columns()));
    if (!store.change(loading)) {
      throw new Stopped();
    }
    var cells = new CellReader(loading.form(), loading.columns());
    long rows =
        data.load(
            table.conversation(),
            table.name(),
            loading.columns(),
            sink ->
                sheet.read(
                    new SheetRows.Taker() {
                      private boolean heading = loading.form().header();

                      @Override
                      public void row(long line, double part, String[] texts) {
                        note(table.id(), (1 + part) / 2);
                        if (heading) {
                          heading = false;
                          return;
                        }
                        var values = cells.read(line, texts);
                        if (values != null) {
                          sink.row(values);
                        }
                      }
                    }));
    if (!store.change(loading.ready(rows, cells.faults()))) {
      throw new Stopped();
    }
  }

  /// With the types that somebody chose.
  private static List<TableColumn> typed(List<TableColumn> found, List<TableColumn> chosen) {
    var types = new HashMap<String, ColumnType>();
    chosen.forEach(column -> types.put(column.name(), column.type()));
    return found.stream()
        .map(column -> column.as(types.getOrDefault(column.name(), column.type())))
        .toList();
  }

  private void note(TableId table, double part) {
    progress.put(table, part);
    check(table);
  }

  private void check(TableId table) {
    if (closing || stopped.contains(table)) {
      throw new Stopped();
    }
  }

  /// Ends what is read; it is read anew at the next start.
  @Override
  public void close() {
    closing = true;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("a table was still being read");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
