package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.colloquy.model.AccountId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ColumnType;
import org.colloquy.model.ConversationId;
import org.colloquy.model.DataTable;
import org.colloquy.model.DateOrder;
import org.colloquy.model.Plot;
import org.colloquy.model.PlotId;
import org.colloquy.model.PlotSpec;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableFaults;
import org.colloquy.model.TableForm;
import org.colloquy.model.TableId;
import org.colloquy.model.TableRows;
import org.colloquy.model.TableState;
import org.colloquy.server.core.attachment.NewAttachment;
import org.junit.jupiter.api.Test;

class JdbiTableStoreTest extends StoreTest {
  private static final TableForm FORM =
      new TableForm(
          "UTF-8", "\t", "\"", 2, true, ",", DateOrder.DAY_MONTH_YEAR, List.of("NA", "–"));
  private static final List<TableColumn> COLUMNS =
      List.of(
          new TableColumn("well \"x\"", "Well 'x'", ColumnType.TEXT),
          new TableColumn("rate", "", ColumnType.DOUBLE));

  private final JdbiTableStore tables = new JdbiTableStore(database);
  private final JdbiPlotStore plots = new JdbiPlotStore(database);

  JdbiTableStoreTest(Kind kind) {
    super(kind);
  }

  private AttachmentId file(ConversationId conversation) {
    var id = new AttachmentId(next());
    new JdbiAttachmentStore(database)
        .add(new NewAttachment(id, conversation, null, "a.csv", "text/csv", 3, NOON));
    return id;
  }

  private DataTable table(ConversationId conversation, AttachmentId file, String name) {
    return new DataTable(
        new TableId(next()),
        0,
        conversation,
        file,
        "a.csv",
        "",
        name,
        TableState.WAITING,
        0,
        FORM,
        List.of(),
        TableFaults.NONE,
        "");
  }

  private DataTable added(ConversationId conversation, String name) {
    var table = table(conversation, file(conversation), name);
    assertThat(tables.add(table)).isTrue();
    return table;
  }

  @Test
  void keepsWhatIsKnownOfTablesInTheOrderInWhichTheyCame() {
    var ada = account("ada").id();
    var talk = conversation(ada, "wells").id();
    var first = added(talk, "first");
    var second = added(talk, "second");
    var ready =
        second
            .loading(FORM, COLUMNS)
            .ready(7, new TableFaults(1, 2, 3, List.of(4L, 900_000L), List.of("day")));

    assertThat(tables.change(ready)).isTrue();

    assertThat(tables.of(talk)).extracting(DataTable::name).containsExactly("first", "second");
    var found = tables.find(ada, second.id()).orElseThrow();
    assertThat(found).usingRecursiveComparison().ignoringFields("number").isEqualTo(ready);
    assertThat(found.number()).isPositive();
    assertThat(tables.unfinished()).extracting(DataTable::id).containsExactly(first.id());
    assertThat(tables.remove(first.id())).isTrue();
    assertThat(tables.remove(first.id())).isFalse();
    assertThat(tables.change(first)).isFalse();
  }

  @Test
  void knowsFaultsAsAnOlderVersionKeptThem() {
    var talk = conversation(account("ada").id(), "wells").id();
    added(talk, "first");

    database.write(handle ->
        handle.execute(
            "update data_table set faults = ?",
            "{\"tooFew\":1,\"tooMany\":2,\"unfit\":3,\"lines\":[4]}"));

    assertThat(tables.of(talk).getFirst().faults())
        .isEqualTo(new TableFaults(1, 2, 3, List.of(4L), List.of()));
  }

  @Test
  void findsOnlyItsOwnersTablesAndPlots() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var talk = conversation(ada, "wells").id();
    var table = added(talk, "wells");
    var plot = plot(talk);
    plots.add(plot);

    assertThat(tables.find(bob, table.id())).isEmpty();
    assertThat(plots.find(bob, plot.id())).isEmpty();
    assertThat(plots.find(ada, plot.id())).isPresent();
    new JdbiConversationStore(database).remove(ada, talk, NOON);
    assertThat(tables.find(ada, table.id())).isEmpty();
    assertThat(plots.find(ada, plot.id())).isEmpty();
  }

  @Test
  void keepsPlotsWithTheirData() {
    var ada = account("ada").id();
    var talk = conversation(ada, "wells").id();
    var plot = plot(talk);
    plots.add(plot);

    assertThat(plots.of(talk))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("number")
        .containsExactly(plot);
  }

  private Plot plot(ConversationId conversation) {
    return new Plot(
        new PlotId(next()),
        0,
        conversation,
        new PlotSpec(PlotSpec.Kind.LINE, "Decline", "day", "rate", "", "", "m³/d", false, true, 0),
        "select day, rate from wells",
        new TableRows(
            List.of(new TableRows.ResultColumn("day", ColumnType.DATE)),
            List.of(List.of("2026-01-01"), Arrays.asList((String) null)),
            true),
        NOON);
  }

  @Test
  void forgetsTablesWithTheirConversationAndTakesNoneForOneThatIsGone() {
    var ada = account("ada").id();
    var kept = conversation(ada, "kept").id();
    var gone = conversation(ada, "gone").id();
    added(kept, "a");
    var late = table(gone, file(gone), "late");
    added(gone, "b");
    plots.add(plot(gone));

    erase(ada, gone);

    assertThat(tables.of(gone)).isEmpty();
    assertThat(plots.of(gone)).isEmpty();
    assertThat(tables.add(late)).isFalse();
    assertThat(tables.known(Set.of(kept, gone))).containsExactly(kept);
    assertThat(tables.known(Set.of())).isEmpty();
  }

  private void erase(AccountId owner, ConversationId conversation) {
    database.write(handle ->
        handle.execute(
            "delete from conversation where id = ? and owner_id = ?",
            conversation.value(),
            owner.value()));
  }
}
