package org.colloquy.server.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.colloquy.model.ColumnType;
import org.colloquy.model.DateOrder;
import org.colloquy.model.TableColumn;
import org.colloquy.model.TableForm;
import org.junit.jupiter.api.Test;

class RecognitionTest {
  private static Recognition.Found found(String delimiter, String... rows) {
    var form =
        new TableForm("UTF-8", delimiter, "\"", 0, true, ".", DateOrder.YEAR_MONTH_DAY, List.of());
    var recognition = new Recognition(form, rows[0].split("\\|", -1).length);
    for (int i = 0; i < rows.length; i++) {
      recognition.row(i + 1, 0, rows[i].split("\\|", -1));
    }
    return recognition.found();
  }

  private static List<ColumnType> types(String... rows) {
    return found(",", rows).columns().stream().map(TableColumn::type).toList();
  }

  private static boolean hasHeader(String... rows) {
    return found(",", rows).form().header();
  }

  @Test
  void tellsTypesOfColumns() {
    assertThat(
            types(
                "n|x|y|on|day|at|clock|name",
                "1|1.5|1e3|yes|2026-01-31|2026-01-31 10:00:00|10:15|ada",
                "-2|-3|2.5E-7|no|2026-02-01|2026-02-01T11:30|23:59:59.5|b2"))
        .containsExactly(
            ColumnType.INTEGER,
            ColumnType.DECIMAL,
            ColumnType.DOUBLE,
            ColumnType.BOOLEAN,
            ColumnType.DATE,
            ColumnType.TIMESTAMP,
            ColumnType.TIME,
            ColumnType.TEXT);
  }

  @Test
  void keepsNumbersThatAreNamesAsTexts() {
    assertThat(types("zip|id|phone", "01234|1-2|+47 22", "99999|3-4|22 33"))
        .containsExactly(ColumnType.TEXT, ColumnType.TEXT, ColumnType.TEXT);
    assertThat(types("big", "123456789012345678901234567890")).containsExactly(ColumnType.DECIMAL);
  }

  @Test
  void knowsWhatStandsForAMissingValue() {
    var found = found(",", "a|b", "1|x", "NA|-", "n/a|y", "|NULL", "-|z");

    assertThat(found.columns().getFirst().type()).isEqualTo(ColumnType.INTEGER);
    assertThat(found.form().missing()).containsExactly("-", "NA", "NULL", "n/a");
  }

  @Test
  void tellsWhetherTheFirstRowNamesTheColumns() {
    assertThat(hasHeader("a|b", "1|2")).isTrue();
    assertThat(hasHeader("1|2", "3|4")).isFalse();
    assertThat(hasHeader("name|town", "ada|london", "kari|oslo")).isTrue();
    assertThat(hasHeader("ada|london", "kari|oslo", "ada|bergen")).isFalse();
    assertThat(hasHeader("no|name", "1|x", "2|y")).isTrue();
    assertThat(hasHeader("country|2019|2020|2021", "Norway|5|6|7", "Peru|1|2|3")).isTrue();
    assertThat(hasHeader("2026-01-01|x", "2026-01-02|y")).isFalse();
    assertThat(hasHeader("|b", "x|1", "y|2")).isTrue();
    assertThat(hasHeader("name|town")).isTrue();
  }

  @Test
  void tellsDecimalCommasFromGroups() {
    assertThat(found(";", "a|b", "1,5|2", "2,25|3").form().decimal()).isEqualTo(",");
    assertThat(found(";", "a|b", "1.234,5|2", "22,25|3").form().decimal()).isEqualTo(",");
    assertThat(found(";", "a|b", "1,234.5|2", "22.25|3").form().decimal()).isEqualTo(".");
    assertThat(found(";", "a|b", "1,234|2", "2,345|3").form().decimal()).isEqualTo(",");
    assertThat(found(",", "a|b", "1,234|2", "2,345|3").form().decimal()).isEqualTo(".");
    assertThat(found(";", "a|b", "1'234.5|2", "2 345|3").columns().getFirst().type())
        .isEqualTo(ColumnType.DECIMAL);
  }

  @Test
  void tellsInWhichOrderDatesStand() {
    assertThat(found(",", "d", "31.12.2025", "01.02.2026").form().dates())
        .isEqualTo(DateOrder.DAY_MONTH_YEAR);
    assertThat(found(",", "d", "12/31/2025", "01/02/2026").form().dates())
        .isEqualTo(DateOrder.MONTH_DAY_YEAR);
    assertThat(found(",", "d|e", "01/02/2026|12/31/2025", "03/04/2026|01/01/2026").form().dates())
        .isEqualTo(DateOrder.MONTH_DAY_YEAR);
    assertThat(types("d", "3-Mar-2024", "12 Dezember 2024", "Mar 3, 2024"))
        .containsExactly(ColumnType.DATE);
    assertThat(types("d", "31/02/2024", "01/01/2024")).containsExactly(ColumnType.TEXT);
  }

  @Test
  void givesEachColumnANameOfItsOwn() {
    var columns = found(",", "a|A||q\"x|a", "1|2|3|4|5").columns();

    assertThat(columns)
        .extracting(TableColumn::name)
        .containsExactly("a", "A_2", "column_3", "q'x", "a_3");
    assertThat(columns).extracting(TableColumn::heading).containsExactly("a", "A", "", "q\"x", "a");
  }

  @Test
  void readsValuesAsTheirTypesAndCountsWhatDoesNotFit() {
    var form =
        new TableForm(
            "UTF-8", ";", "\"", 0, true, ",", DateOrder.DAY_MONTH_YEAR, List.of("NA", "-"));
    var columns =
        List.of(
            new TableColumn("n", "n", ColumnType.INTEGER),
            new TableColumn("x", "x", ColumnType.DECIMAL),
            new TableColumn("d", "d", ColumnType.TIMESTAMP),
            new TableColumn("t", "t", ColumnType.TEXT));
    var cells = new CellReader(form, columns);

    assertThat(cells.read(2, new String[] {"1.234", "1.234,5", "31.01.26 10:00+02:00", " a "}))
        .containsExactly(
            1234L, new BigDecimal("1234.5"), LocalDateTime.parse("2026-01-31T08:00"), " a ");
    assertThat(cells.read(3, new String[] {"NA", "-", "", "-"}))
        .containsExactly(null, null, null, "-");
    assertThat(cells.read(4, new String[] {"1,5", "x", "soon", "NA"}))
        .containsExactly(null, null, null, null);
    assertThat(cells.read(5, new String[] {"1"})).containsExactly(1L, null, null, null);
    assertThat(cells.read(6, new String[] {"1", "2", "", "", "more"})).isNull();
    assertThat(cells.read(7, new String[] {"1", "2", "", "", " "})).isNotNull();
    var faults = cells.faults();
    assertThat(List.of(faults.unfit(), faults.tooFew(), faults.tooMany()))
        .containsExactly(3L, 1L, 1L);
    assertThat(faults.lines()).containsExactly(4L, 5L, 6L);
  }

  /// The columns of which it is unclear, in rows below a heading.
  private static List<String> unclear(DateOrder order, String... rows) {
    var found = found(",", rows);
    var form = new TableForm("UTF-8", ",", "\"", 0, true, ".", order, found.form().missing());
    var cells = new CellReader(form, found.columns());
    for (int i = 1; i < rows.length; i++) {
      cells.read(i + 1, rows[i].split("\\|", -1));
    }
    return cells.faults().unclearDates();
  }

  @Test
  void saysWhereDayAndMonthCannotBeTold() {
    var day = DateOrder.DAY_MONTH_YEAR;
    var month = DateOrder.MONTH_DAY_YEAR;

    assertThat(found(",", "d", "03/04/2025", "05/06/2025").form().dates()).isEqualTo(day);
    assertThat(unclear(day, "d|n", "03/04/2025|1", "05/06/2025|2")).containsExactly("d");
    assertThat(unclear(month, "d|n", "03/04/2025|1", "05/06/2025|2")).containsExactly("d");
    assertThat(unclear(day, "d", "03/04/2025 10:00", "05/06/2025 11:00")).containsExactly("d");
    assertThat(unclear(day, "d|e", "2025-04-03|03/04/2025", "2025-06-05|05/06/2025"))
        .containsExactly("e");
    assertThat(unclear(day, "d", "03/04/2025", "25/06/2025")).isEmpty();
    assertThat(unclear(month, "d", "03/04/2025", "06/25/2025")).isEmpty();
    assertThat(unclear(day, "d|e", "03/04/2025|25.6.2025", "05/06/2025|1.2.2025")).isEmpty();
    assertThat(unclear(day, "d", "2025-04-03", "2025-06-05")).isEmpty();
    assertThat(unclear(day, "d", "3 Apr 2025", "5 Jun 2025")).isEmpty();
    assertThat(unclear(day, "d", "03/03/2025", "05/05/2025")).isEmpty();
    assertThat(unclear(day, "n", "1.5", "2.5")).isEmpty();
  }
}
