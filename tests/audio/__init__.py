"""What is heard: the table of events, the laws of distance, the voices, the silence without a device."""
