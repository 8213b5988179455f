// What harnesses tell the meter. In a plain build these do nothing; see Sandbox/Meter.

@_silgen_name("judge_meter_pause") func meterPause()
@_silgen_name("judge_meter_begin") func meterBegin()
@_silgen_name("judge_meter_end") func meterEnd()
@_silgen_name("judge_meter_finish") func meterFinish()
