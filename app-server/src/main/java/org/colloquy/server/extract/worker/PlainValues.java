package org.colloquy.server.extract.worker;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/// Numbers as they are, and dates as in ISO 8601, whatever a sheet makes of them.
final class PlainValues extends DataFormatter {
  PlainValues() {
    super(Locale.ROOT);
  }

  @Override
  public String formatRawCellContents(double value, int formatIndex, String formatString) {
    if (!DateUtil.isADateFormat(formatIndex, formatString) || !DateUtil.isValidExcelDate(value)) {
      return number(value);
    }
    var date = DateUtil.getLocalDateTime(value);
    if (value < 1) {
      return date.toLocalTime().toString();
    }
    return date.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? date.toLocalDate().toString()
        : date.toString();
  }

  /// Without the last digits that a spreadsheet does not show either: it computes with 15.
  private static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "";
    }
    var number =
        BigDecimal.valueOf(value).round(new java.math.MathContext(15)).stripTrailingZeros();
    boolean isPlain = number.scale() > -20 && number.scale() < 20;
    return isPlain ? number.toPlainString() : number.toString();
  }
}
