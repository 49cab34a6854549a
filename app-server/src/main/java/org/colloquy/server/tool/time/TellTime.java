package org.colloquy.server.tool.time;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;

/// Tells what time it is.
public final class TellTime implements Tool {
  private static final String ZONE = "zone";
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.optional(
              ZONE,
              Parameter.Kind.TEXT,
              "A time zone, such as Europe/Oslo; that of this computer if left out."));
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEEE, uuuu-MM-dd HH:mm:ss XXX '('VV')'", Locale.ENGLISH);

  private final InstantSource clock;
  private final ZoneId here;

  /// @param here the time zone when none is named
  public TellTime(InstantSource clock, ZoneId here) {
    this.clock = clock;
    this.here = here;
  }

  @Override
  public String name() {
    return "current_time";
  }

  @Override
  public String description() {
    return "Tells the current date, weekday and time, anywhere in the world.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public boolean hasEffects() {
    return false;
  }

  @Override
  public boolean bringsStrangersWords() {
    return false;
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    return FORM.format(clock.instant().atZone(zone(PARAMETERS.read(arguments).text(ZONE))));
  }

  private ZoneId zone(String name) {
    try {
      return name.isBlank() ? here : ZoneId.of(name.strip());
    } catch (DateTimeException e) {
      throw new ProblemException(
          new Problem.Invalid(ZONE, "There is no such time zone; say Europe/Oslo, or UTC."), e);
    }
  }
}
