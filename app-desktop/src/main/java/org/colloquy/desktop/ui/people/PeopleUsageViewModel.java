package org.colloquy.desktop.ui.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.PeopleClient;
import org.colloquy.desktop.client.UsageEntry;
import org.colloquy.desktop.ui.parts.Visit;
import org.colloquy.desktop.ui.parts.usage.UsageDays;
import org.colloquy.desktop.ui.parts.usage.UsageRows;
import org.jspecify.annotations.Nullable;

/// What asking models took and cost everybody, or one person, over a chosen time.
public final class PeopleUsageViewModel {
  private static final int USUAL_DAYS = 30;

  /// By what it is summed up.
  public enum By {
    ACCOUNT,
    DAY,
    MODEL;

    /// As the server calls it.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What there is to see.
  ///
  /// @param sums what was used last first
  public record Shown(By by, UsageDays days, List<UsageEntry> sums) {
    public Shown {
      sums = List.copyOf(sums);
    }
  }

  private final PeopleClient client;
  private final Clock clock;
  private final Visit visit;
  private final ObservableList<@Nullable UUID> people = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable UUID> person = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<By> by = new ReadOnlyObjectWrapper<>(By.ACCOUNT);
  private final ReadOnlyObjectWrapper<UsageDays> days;
  private final ReadOnlyObjectWrapper<Shown> shown;
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private PeopleNames names = PeopleNames.NOBODY;

  private record Fetched(PeopleNames names, List<UsageEntry> sums) {}

  public PeopleUsageViewModel(PeopleClient client, Background background, Clock clock) {
    this.client = client;
    this.clock = clock;
    visit = new Visit(background, failure::set);
    days = new ReadOnlyObjectWrapper<>(UsageDays.last(USUAL_DAYS, today()));
    shown = new ReadOnlyObjectWrapper<>(new Shown(By.ACCOUNT, days.get(), List.of()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// Whose usage can be asked for; null for everybody's.
  public ObservableList<@Nullable UUID> people() {
    return people;
  }

  /// Whose usage is shown; null for everybody's.
  public ObjectProperty<@Nullable UUID> person() {
    return person;
  }

  public ReadOnlyObjectProperty<By> by() {
    return by.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<UsageDays> days() {
    return days.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// What this person is called.
  public String name(UUID id) {
    return names.account(id);
  }

  public void sumUp(By wanted) {
    by.set(wanted);
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
      days.set(chosen);
      load();
    }
  }

  /// Shows what was used until now.
  public void load() {
    var wanted = by.get();
    var asked = days.get();
    var who = person.get();
    visit.begin(
        () ->
            new Fetched(
                PeopleNames.of(client),
                client.usage(who, wanted.word(), asked.first(), asked.last())),
        found -> show(new Shown(wanted, asked, found.sums()), found.names()));
  }

  private void show(Shown now, PeopleNames all) {
    failure.set(null);
    names = all;
    var choices = all.choices();
    if (!people.equals(choices)) {
      people.setAll(choices);
    }
    shown.set(now);
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
    return "usage-of-people-by-%s-%s-%s.csv"
        .formatted(now.by().word(), asked.first(), asked.last());
  }
}
