package org.colloquy.desktop.ui.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.UsageEntry;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.desktop.ui.parts.usage.UsageDays;
import org.colloquy.desktop.ui.parts.usage.UsageRows;
import org.colloquy.model.KeyId;
import org.jspecify.annotations.Nullable;

/// What asking models took and cost, summed up in several ways over a chosen time.
public final class UsageViewModel {
  private static final int USUAL_DAYS = 30;

  /// By what it is summed up.
  public enum By {
    DAY,
    MODEL,
    KEY,
    CONVERSATION;

    /// As the server calls it.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the bars show.
  public enum Measure {
    TOKENS,
    COST
  }

  /// What there is to see.
  ///
  /// @param sums what was used last first
  /// @param marked the id of the one that was asked for; empty when none was
  public record Shown(By by, UsageDays days, List<UsageEntry> sums, String marked) {
    public Shown {
      sums = List.copyOf(sums);
    }
  }

  private final AccountClient client;
  private final Clock clock;
  private final Visit visit;
  private final ReadOnlyIntegerWrapper span = new ReadOnlyIntegerWrapper(USUAL_DAYS);
  private final ReadOnlyObjectWrapper<By> by = new ReadOnlyObjectWrapper<>(By.DAY);
  private final ReadOnlyObjectWrapper<UsageDays> days;
  private final ReadOnlyObjectWrapper<Shown> shown;
  private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.TOKENS);
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private String marked = "";

  public UsageViewModel(AccountClient client, Background background, Clock clock) {
    this.client = client;
    this.clock = clock;
    visit = new Visit(background, failure::set);
    days = new ReadOnlyObjectWrapper<>(UsageDays.last(USUAL_DAYS, today()));
    shown = new ReadOnlyObjectWrapper<>(new Shown(By.DAY, days.get(), List.of(), ""));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  public ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<By> by() {
    return by.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<UsageDays> days() {
    return days.getReadOnlyProperty();
  }

  /// How many days until today; 0 when the person chose the days one by one.
  public ReadOnlyIntegerProperty span() {
    return span.getReadOnlyProperty();
  }

  public ObjectProperty<Measure> measure() {
    return measure;
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  public void sumUp(By wanted) {
    marked = "";
    by.set(wanted);
    load();
  }

  /// Shows what this key was used for, among all keys.
  public void sumUp(KeyId key) {
    marked = key.toString();
    by.set(By.KEY);
  }

  /// Shows the last so many days.
  public void last(int count) {
    span.set(count);
    load();
  }

  public void from(LocalDate day) {
    choose(days.get().from(day));
  }

  public void until(LocalDate day) {
    choose(days.get().until(day));
  }

  private void choose(UsageDays chosen) {
    if (!chosen.equals(days.get())) {
      span.set(0);
      days.set(chosen);
      load();
    }
  }

  /// Shows what was used until now.
  public void load() {
    if (span.get() > 0) {
      days.set(UsageDays.last(span.get(), today()));
    }
    var wanted = by.get();
    var asked = days.get();
    visit.begin(
        () -> client.usage(wanted.word(), asked.first(), asked.last()),
        found -> {
          failure.set(null);
          shown.set(new Shown(wanted, asked, found, marked));
        });
  }

  /// What is shown, for other programs.
  String csv() {
    var now = shown.get();
    return UsageRows.csv(now.by().word(), now.sums());
  }

  /// What that is called as a file.
  String csvName() {
    var now = shown.get();
    var asked = now.days();
    return "usage-by-" + now.by().word() + "-" + asked.first() + "-" + asked.last() + ".csv";
  }

  /// Everything together; null when there is nothing.
  @Nullable UsageEntry total() {
    return UsageRows.total(shown.get().sums());
  }
}
