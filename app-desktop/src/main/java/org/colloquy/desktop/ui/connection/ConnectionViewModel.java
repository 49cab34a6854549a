package org.colloquy.desktop.ui.connection;

import java.net.URI;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.Contact;
import org.colloquy.desktop.client.OtherServer;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.client.ServerAddress.Known;
import org.colloquy.desktop.settings.Connection;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.TokenKeep;

/// Which server the window shows: the program's own, or another one; and whether it answers.
public final class ConnectionViewModel {
  private final ServerAddress server;
  private final Background background;
  private final LiveSettings settings;
  private final TokenKeep tokens;
  private final Change change;
  private final Probing probing;
  private final ReadOnlyObjectWrapper<Link> link =
      new ReadOnlyObjectWrapper<>(new Link("", Contact.THERE));
  private final ReadOnlyObjectWrapper<JoinState> state =
      new ReadOnlyObjectWrapper<>(new JoinState.Idle());
  private final StringProperty address = new SimpleStringProperty("");
  private final BooleanProperty byPassword = new SimpleBooleanProperty();
  private final StringProperty token = new SimpleStringProperty("");
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final BooleanBinding complete;

  /// What else happens when the server is another one.
  ///
  /// @param before makes what sends the rest to the server that is left; it blocks
  /// @param after shows what the new one has
  /// @param healed shows what happened while nobody answered
  public record Change(Supplier<Runnable> before, Runnable after, Runnable healed) {}

  public ConnectionViewModel(
      ServerAddress server,
      Background background,
      LiveSettings settings,
      TokenKeep tokens,
      Change change) {
    this.server = server;
    this.background = background;
    this.settings = settings;
    this.tokens = tokens;
    this.change = change;
    var account = new AccountClient(server);
    probing = new Probing(background, account::username);
    complete = Bindings.createBooleanBinding(this::isComplete, address, byPassword, name, password);
    address.set(settings.get().connection().address());
    server.whenContactChanges(contact -> background.nextFrame(() -> changed(contact)));
  }

  private boolean isComplete() {
    return !address.get().isBlank()
        && (!byPassword.get() || (!name.get().isBlank() && !password.get().isEmpty()));
  }

  public ReadOnlyObjectProperty<Link> link() {
    return link.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<JoinState> state() {
    return state.getReadOnlyProperty();
  }

  public StringProperty address() {
    return address;
  }

  /// Whether one signs in, instead of having a token.
  public BooleanProperty byPassword() {
    return byPassword;
  }

  /// Empty for the one that is kept for the address.
  public StringProperty token() {
    return token;
  }

  public StringProperty name() {
    return name;
  }

  public StringProperty password() {
    return password;
  }

  public BooleanBinding complete() {
    return complete;
  }

  /// Shows the server that was shown when the program ended.
  public void resume() {
    var known = settings.get().connection();
    if (known.away()) {
      OtherServer.at(known.address())
          .ifPresent(base -> turnTo(new Known(base, tokens.load()), known.address()));
    }
  }

  private void turnTo(Known other, String typed) {
    server.turnTo(other);
    probing.end();
    settings.change(now -> now.withConnection(new Connection(typed, true)));
    link.set(new Link(other.base().getAuthority(), Contact.THERE));
  }

  /// Shows the server at the address, once it lets us in.
  public void join() {
    var typed = address.get().strip();
    var base = OtherServer.at(typed);
    if (base.isEmpty()) {
      state.set(new JoinState.NoAddress());
      return;
    }
    state.set(new JoinState.Working());
    var way = way(base.get());
    var rest = change.before().get();
    background.run(
        () -> {
          var joined = way.get();
          var account = OtherServer.accountOf(joined);
          rest.run();
          tokens.save(joined.token());
          return new Joining(joined, account);
        },
        joining -> joined(joining, typed),
        why -> state.set(new JoinState.Fails(why)));
  }

  private record Joining(Known server, String account) {}

  private Supplier<Known> way(URI base) {
    var typed = token.get().strip();
    var who = name.get().strip();
    var secret = password.get();
    if (byPassword.get()) {
      return () -> OtherServer.signIn(base, who, secret);
    }
    return () -> new Known(base, typed.isEmpty() ? kept(base) : typed);
  }

  /// The token that is kept, if it is for this server: no other one may see it.
  private String kept(URI base) {
    var known = OtherServer.at(settings.get().connection().address());
    return known.filter(base::equals).map(_ -> tokens.load()).orElse("");
  }

  private void joined(Joining joining, String typed) {
    token.set("");
    password.set("");
    turnTo(joining.server(), typed);
    state.set(new JoinState.Joined(joining.account()));
    change.after().run();
  }

  /// Shows the program's own server again.
  public void goHome() {
    var rest = change.before().get();
    background.run(
        () -> {
          rest.run();
          return rest;
        },
        _ -> home(),
        _ -> home());
  }

  private void home() {
    server.turnBack();
    probing.end();
    settings.change(now -> now.withConnection(now.connection().withAway(false)));
    link.set(new Link("", Contact.THERE));
    state.set(new JoinState.Idle());
    change.after().run();
  }

  /// Forgets the other server and its token.
  public void forget() {
    tokens.forget();
    address.set("");
    settings.change(now -> now.withConnection(new Connection("", false)));
    if (!link.get().isOwn()) {
      goHome();
    }
  }

  private void changed(Contact contact) {
    var before = link.get().contact();
    link.set(link.get().with(contact));
    switch (contact) {
      case LOST -> probing.begin();
      case THERE -> {
        probing.end();
        if (before == Contact.LOST) {
          change.healed().run();
        }
      }
    }
  }
}
