//! Mail: composed from facts, handed to a transport.
