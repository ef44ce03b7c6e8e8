package org.aidledger.faults.fault;

import java.time.Duration;

/** Something that goes wrong around a ledger. */
public sealed interface Fault {

    /** The server is killed in the middle of whatever it does. */
    record KillServer() implements Fault {}

    /** The server is told to end, under load. */
    record StopServer() implements Fault {}

    /** A process of the database that serves the server is killed. */
    record KillBackend(int choice) implements Fault {}

    /** The database's first process is killed; its others end when they notice. */
    record KillPostmaster() implements Fault {}

    /** The server and all of the database are killed at once. */
    record KillEverything() implements Fault {}

    /** The server stands still. */
    record PauseServer(Duration length) implements Fault {}

    /** The database stands still. */
    record PauseDatabase(Duration length) implements Fault {}

    /** All connections of clients break, some times in a row. */
    record CutClients(int times) implements Fault {}

    /** What clients and server tell each other takes its time. */
    record DelayClients(Duration by, Duration length) implements Fault {}

    /** All connections to the database break, some times in a row. */
    record CutDatabase(int times) implements Fault {}

    /** What server and database tell each other takes its time. */
    record DelayDatabase(Duration by, Duration length) implements Fault {}

    /** The disk of the database is full. */
    record FillDisk(Duration length) implements Fault {}

    /** The server's clock is wrong from now on. */
    record TurnClock(Duration by) implements Fault {}

    /** The kinds, as reports name them. */
    enum Kind {
        KILL_SERVER("server killed"),
        STOP_SERVER("server stopped"),
        KILL_BACKEND("database backend killed"),
        KILL_POSTMASTER("postmaster killed"),
        KILL_EVERYTHING("server and database killed"),
        PAUSE_SERVER("server paused"),
        PAUSE_DATABASE("database paused"),
        CUT_CLIENTS("clients cut off"),
        DELAY_CLIENTS("clients delayed"),
        CUT_DATABASE("database cut off"),
        DELAY_DATABASE("database delayed"),
        FILL_DISK("disk full"),
        TURN_CLOCK("clock turned");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    default Kind kind() {
        return switch (this) {
            case KillServer _ -> Kind.KILL_SERVER;
            case StopServer _ -> Kind.STOP_SERVER;
            case KillBackend _ -> Kind.KILL_BACKEND;
            case KillPostmaster _ -> Kind.KILL_POSTMASTER;
            case KillEverything _ -> Kind.KILL_EVERYTHING;
            case PauseServer _ -> Kind.PAUSE_SERVER;
            case PauseDatabase _ -> Kind.PAUSE_DATABASE;
            case CutClients _ -> Kind.CUT_CLIENTS;
            case DelayClients _ -> Kind.DELAY_CLIENTS;
            case CutDatabase _ -> Kind.CUT_DATABASE;
            case DelayDatabase _ -> Kind.DELAY_DATABASE;
            case FillDisk _ -> Kind.FILL_DISK;
            case TurnClock _ -> Kind.TURN_CLOCK;
        };
    }

    /** Whether the server is gone afterwards, so that somebody has to start it again. */
    default boolean endsServer() {
        return switch (kind()) {
            case KILL_SERVER, STOP_SERVER, KILL_EVERYTHING -> true;
            case KILL_BACKEND,
                    KILL_POSTMASTER,
                    PAUSE_SERVER,
                    PAUSE_DATABASE,
                    CUT_CLIENTS,
                    DELAY_CLIENTS,
                    CUT_DATABASE,
                    DELAY_DATABASE,
                    FILL_DISK,
                    TURN_CLOCK ->
                    false;
        };
    }
}
