package org.colloquy.server.api.app;

import java.util.List;
import java.util.UUID;
import org.colloquy.model.DataTable;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableFaults;
import org.colloquy.model.TableForm;
import org.colloquy.server.core.table.DataTables.Listed;

/// A table and what is known of it.
///
/// @param progress from 0 to 1
record TableJson(
    UUID id,
    long number,
    UUID conversation,
    UUID attachment,
    String name,
    String file,
    String sheet,
    String state,
    double progress,
    long rows,
    List<ColumnJson> columns,
    FormJson form,
    FaultsJson faults,
    String why) {
  static TableJson of(Listed listed) {
    return of(listed.table(), Math.round(listed.progress() * 100) / 100.0);
  }

  static TableJson of(DataTable table) {
    return of(table, 1);
  }

  private static TableJson of(DataTable table, double progress) {
    return new TableJson(
        table.id().value(),
        table.number(),
        table.conversation().value(),
        table.attachment().value(),
        table.name(),
        table.file(),
        table.sheet(),
        AppJson.word(table.state()),
        progress,
        table.rows(),
        table.columns().stream().map(ColumnJson::of).toList(),
        FormJson.of(table.form()),
        FaultsJson.of(table.faults()),
        table.why());
  }

  /// @param name by which it is asked for
  /// @param heading as it stands in the file
  record ColumnJson(String name, String heading, String type) {
    static ColumnJson of(TableColumn column) {
      return new ColumnJson(column.name(), column.heading(), AppJson.word(column.type()));
    }
  }

  record FormJson(
      String encoding,
      String delimiter,
      String quote,
      int skip,
      boolean header,
      String decimal,
      String dates,
      List<String> missing) {
    static FormJson of(TableForm form) {
      return new FormJson(
          form.encoding(),
          form.delimiter(),
          form.quote(),
          form.skip(),
          form.header(),
          form.decimal(),
          AppJson.word(form.dates()),
          form.missing());
    }
  }

  record FaultsJson(
      long tooFew, long tooMany, long unfit, List<Long> lines, List<String> unclearDates) {
    static FaultsJson of(TableFaults faults) {
      return new FaultsJson(
          faults.tooFew(), faults.tooMany(), faults.unfit(), faults.lines(), faults.unclearDates());
    }
  }

  record TablesJson(List<TableJson> tables) {}
}
